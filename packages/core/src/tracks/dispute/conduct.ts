import { dispatchTarget } from '../../dispatch/dispatch-target.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { counted } from '../../ticket/fold.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import { foldTarget } from '../dispatch/fold-target.js';
import type { DisputeEvents, dispute } from './declaration.js';

/** What disputes do. */
export const disputeConduct: TrackConduct<keyof typeof dispute.commands, keyof DisputeEvents> = {
  perform: {
    raiseDispute: (_ticket, data) => done('dispute.raised', data),
    designate: (ticket, { reason, stage, ...data }, { pack, at }) => {
      const dispatched = dispatchTarget(ticket, data, pack, at);
      const staged = stage === undefined ? {} : { stage };
      return dispatched.ok ? done('ticket.designated', { ...dispatched.target, reason, ...staged }) : dispatched;
    },
  },
  checks: {
    designate: (ticket) =>
      ticket.state === 'disputed' || namedLead(ticket) !== null || isLeadRecused(ticket)
        ? fine
        : refuse('notDisputed', '没有争议、会商结论或回避,不能指定', 'nothing calls for a designation', {
            remedy: {
              zh: '请先提出争议、形成会商结论,或由主办单位回避',
              en: 'raise a dispute, conclude a consultation that names a lead, or let the lead recuse first',
            },
          }),
  },
  folds: {
    'dispute.raised': (draft, { stage }) => counted(draft, stage),
    'ticket.designated': (draft, data, at) => {
      foldTarget(draft, data, at);
      draft.returnFrom = null;
    },
  },
};

/** The unit that a binding conclusion named and that does not lead yet. */
function namedLead({ consultation, lead }: TicketRecord): string | null {
  return consultation?.binding === true && consultation.lead !== lead ? consultation.lead : null;
}

function isLeadRecused({ lead, recused }: TicketRecord): boolean {
  return lead !== null && recused.units.includes(lead);
}
