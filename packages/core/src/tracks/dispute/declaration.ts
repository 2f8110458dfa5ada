import * as z from 'zod';
import { leading } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text } from '../../ticket/field-schemas.js';
import { byDispatchers, granted, unitChiefs } from '../../ticket/grant.js';
import { type DispatchTarget, dispatchSchema } from '../dispatch/dispatch-data.js';

/**
 * Disputes 争议: units that do not agree whose matter it is get a decision. Where a consultation has named a lead, or the
 * lead has recused, a unit is designated without a dispute.
 */
export const dispute = declareTrack({
  chart: [
    {
      returnRequested: { raiseDispute: { target: 'disputed' } },
    },
    leading(
      ['disputed', 'pendingDispatch', 'returnRequested', 'dispatched', 'signed', 'handling'],
      'designate',
      'dispatched',
    ),
  ],
  commands: {
    raiseDispute: {
      data: z.strictObject({ reason: text(), stage: text(64).exactOptional() }),
      by: [granted('ofLead', ...unitChiefs), ...byDispatchers],
    },
    designate: {
      data: dispatchSchema.extend({ reason: text(), stage: text(64).exactOptional() }),
      by: [...byDispatchers, granted('anyone', 'consultationChair', 'superviseOfficer')],
    },
  },
});

/** What disputes write into the log. */
export interface DisputeEvents {
  'dispute.raised': {
    readonly reason: string;
    readonly stage?: string;
    /** The unit that handles meanwhile, where it is not the lead. */
    readonly meanwhile?: string;
  };
  'ticket.designated': DispatchTarget & {
    readonly reason: string;
    readonly stage?: string;
    /** Whether the handling clock starts anew; it is kept, unless said. */
    readonly clocks?: 'restart';
  };
}

/** What a ticket knows of its disputes. */
export interface DisputeFields {
  /** The unit that handles while a dispute is settled, where it is not the lead. */
  readonly meanwhile: string | null;
  /** Units that others have named as the competent ones. */
  readonly contenders: readonly string[];
}
