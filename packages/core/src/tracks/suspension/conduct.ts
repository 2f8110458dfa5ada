import { done, type TrackConduct } from '../../ticket/conduct.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { SuspensionEvents, suspending } from './declaration.js';

/** What suspensions do. */
export const suspensionConduct: TrackConduct<keyof typeof suspending.commands, keyof SuspensionEvents> = {
  perform: {
    suspend: (_ticket, data) => done('ticket.suspended', data),
    resume: (_ticket, data) => done('ticket.resumed', data),
  },
  checks: {
    suspend: ({ suspension }) =>
      suspension === null
        ? fine
        : refuse('alreadySuspended', '工单已挂起', 'the ticket is suspended already', {
            remedy: { zh: '请先恢复办理', en: 'resume it first' },
          }),
    resume: ({ suspension }) =>
      suspension !== null
        ? fine
        : refuse('notSuspended', '工单没有挂起', 'the ticket is not suspended', {
            remedy: { zh: '工单正在办理', en: 'it is being handled' },
          }),
  },
  folds: {
    'ticket.suspended': (draft, { until }, at) => {
      draft.suspension = { since: at, until: until ?? null };
      draft.counts = { ...draft.counts, suspensions: draft.counts.suspensions + 1 };
    },
    'ticket.resumed': (draft) => {
      draft.suspension = null;
    },
  },
};
