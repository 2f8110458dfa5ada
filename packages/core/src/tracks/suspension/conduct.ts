import { limitOf } from '@hotline-kit/rules';
import { dueDate } from '@hotline-kit/sla-calendar';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { dateOver } from '../../ticket/date-over.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { SuspensionEvents, suspending } from './declaration.js';

/** What suspensions do. */
export const suspensionConduct: TrackConduct<keyof typeof suspending.commands, keyof SuspensionEvents> = {
  perform: {
    suspend: (_ticket, data, { pack, facts, at }) => {
      const over = dateOver('until', data.until, at);
      if (over !== undefined) return over;
      const limit = limitOf(pack.procedure, 'suspension', facts);
      const latest = limit === undefined ? undefined : dueDate(limit, at, pack.defaultCalendar).dueAt.toISOString();
      const until = data.until === undefined ? latest : new Date(data.until).toISOString();
      if (until !== undefined && latest !== undefined && until > latest) {
        const { article } = pack.procedure.suspension ?? {};
        return refuse('overLimit', '挂起时间超过规定的最长期限', 'the suspension is longer than the procedure allows', {
          ...(article === undefined ? {} : { article }),
          remedy: { zh: `最迟至 ${latest}`, en: `until ${latest} at the latest` },
        });
      }
      return done('ticket.suspended', { ...data, ...(until === undefined ? {} : { until }) });
    },
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
