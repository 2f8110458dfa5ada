import * as z from 'zod';
import { declareTrack } from '../../ticket/declaration.js';
import { text, unitId } from '../../ticket/field-schemas.js';
import { dispatchers, granted, unitChiefs } from '../../ticket/grant.js';
import { type DispatchTarget, dispatchSchema } from '../dispatch/dispatch-data.js';

/** Disputes 争议: units that do not agree whose matter it is get a decision. */
export const dispute = declareTrack({
  chart: [
    {
      returnRequested: { raiseDispute: { target: 'disputed' } },
      disputed: { designate: { target: 'dispatched' } },
    },
  ],
  commands: {
    raiseDispute: {
      data: z.strictObject({ reason: text() }),
      by: [granted('ofLead', ...unitChiefs), granted('anyone', ...dispatchers)],
    },
    designate: {
      data: dispatchSchema.extend({ lead: unitId, reason: text() }),
      by: [granted('anyone', ...dispatchers, 'consultationChair', 'superviseOfficer')],
    },
  },
});

/** What disputes write into the log. */
export interface DisputeEvents {
  'dispute.raised': { readonly reason: string };
  'ticket.designated': DispatchTarget & { readonly reason: string };
}
