import * as z from 'zod';
import { declareTrack } from '../../ticket/declaration.js';
import { type Evidence, evidence } from '../../ticket/evidence.js';
import { text, unitId } from '../../ticket/field-schemas.js';
import { byDispatchers, granted, unitStaff } from '../../ticket/grant.js';

/** Returns 退单: a unit that holds the matter not to be its own asks to give the ticket back. */
export const returns = declareTrack({
  chart: [
    {
      dispatched: { requestReturn: { target: 'returnRequested' } },
      signed: { requestReturn: { target: 'returnRequested' } },
      returnRequested: {
        approveReturn: { target: 'pendingDispatch' },
        rejectReturn: [{ guard: 'wasSigned', target: 'signed' }, { target: 'dispatched' }],
      },
    },
  ],
  commands: {
    requestReturn: {
      data: z.strictObject({
        reason: text(),
        evidence: evidence.exactOptional(),
        proposedUnit: unitId.exactOptional(),
      }),
      by: [granted('ofLead', ...unitStaff)],
    },
    approveReturn: {
      data: z.strictObject({ remark: text().exactOptional() }),
      by: [...byDispatchers],
    },
    rejectReturn: { data: z.strictObject({ reason: text() }), by: [...byDispatchers] },
  },
});

/** What returns write into the log. */
export interface ReturnEvents {
  'return.requested': {
    readonly reason: string;
    readonly evidence?: Evidence;
    readonly proposedUnit?: string;
    /** Where it goes back to when the return is rejected. */
    readonly from: 'dispatched' | 'signed';
  };
  'return.approved': { readonly remark?: string };
  'return.rejected': { readonly reason: string };
}

/** What a ticket knows of its returns. */
export interface ReturnFields {
  /** Where a return that is asked for goes back to when it is rejected. */
  readonly returnFrom: 'dispatched' | 'signed' | null;
}
