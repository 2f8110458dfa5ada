import { done, type TrackConduct } from '../../ticket/conduct.js';
import { closeAt } from '../../ticket/fold.js';
import { fine, type Refusal, refuse, type Verdict } from '../../ticket/refusal.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import { supervisionAnswered } from '../supervision/supervision-state.js';
import type { TerminationEvents, terminating } from './declaration.js';

/** What terminations do. */
export const terminationConduct: TrackConduct<keyof typeof terminating.commands, keyof TerminationEvents> = {
  perform: {
    requestTermination: (_ticket, data) => done('termination.requested', data),
    approveTermination: ({ termination }, data) =>
      termination === null ? noTermination() : done('ticket.terminated', { ...termination, ...data }),
    rejectTermination: (_ticket, data) => done('termination.rejected', data),
  },
  checks: {
    requestTermination: ({ termination }) =>
      termination === null
        ? fine
        : refuse('terminationOpen', '已有待审批的终止申请', 'a termination already waits for approval', {
            remedy: { zh: '请等待审批', en: 'wait for the decision' },
          }),
    approveTermination: (ticket) => (ticket.termination === null ? noTermination() : supervisionAnswered(ticket)),
    rejectTermination: asked,
  },
  folds: {
    'termination.requested': (draft, { ground, reason }) => {
      draft.termination = { ground, reason };
    },
    'termination.rejected': (draft) => {
      draft.termination = null;
    },
    'ticket.terminated': closeAt,
  },
};

function asked({ termination }: TicketRecord): Verdict {
  return termination === null ? noTermination() : fine;
}

function noTermination(): { ok: false; refusal: Refusal } {
  return refuse('noTermination', '没有待审批的终止申请', 'no termination waits for approval', {
    remedy: { zh: '请承办单位先申请终止', en: 'the unit asks for one first' },
  });
}
