import * as z from 'zod';
import { leading, staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { type Evidence, evidence } from '../../ticket/evidence.js';
import { ground, text } from '../../ticket/field-schemas.js';
import { byDispatchers, granted, supervisors, unitChiefs, unitStaff } from '../../ticket/grant.js';

const approvers = [granted('overLead', ...unitChiefs), ...byDispatchers, granted('anyone', ...supervisors)] as const;

/** Termination 终止办理: a matter that cannot be handled to its end is ended on a ground, and the citizen told. */
export const terminating = declareTrack({
  chart: [
    staying(['signed', 'handling'], ['requestTermination', 'rejectTermination']),
    leading(['signed', 'handling'], 'approveTermination', 'terminated'),
  ],
  commands: {
    requestTermination: {
      data: z.strictObject({ ground, reason: text(), evidence: evidence.exactOptional(), law: text().exactOptional() }),
      by: [granted('ofLead', ...unitStaff)],
    },
    approveTermination: {
      data: z.strictObject({ remark: text().exactOptional(), legalPath: text().exactOptional() }),
      by: approvers,
    },
    rejectTermination: { data: z.strictObject({ reason: text() }), by: approvers },
  },
});

/** What terminations write into the log. */
export interface TerminationEvents {
  'termination.requested': TerminationRequest & { readonly evidence?: Evidence; readonly law?: string };
  'termination.rejected': { readonly reason: string };
  'ticket.terminated': TerminationRequest & { readonly remark?: string; readonly legalPath?: string };
}

/** A termination that waits for approval. */
interface TerminationRequest {
  readonly ground: string;
  readonly reason: string;
}

/** What a ticket knows of its termination. */
export interface TerminationFields {
  readonly termination: TerminationRequest | null;
}
