import { redispatchLimits } from '@hotline-kit/rules';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { closeAt, startRound, unchanged } from '../../ticket/fold.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { Rating } from '../callback/declaration.js';
import { supervisionAnswered } from '../supervision/supervision-state.js';
import type { ClosingEvents, closing } from './declaration.js';

/** What closing does. */
export const closingConduct: TrackConduct<keyof typeof closing.commands, keyof ClosingEvents> = {
  perform: {
    close: (_ticket, data) => done('ticket.closed', data),
    archive: () => done('ticket.archived', {}),
    reopen: (_ticket, data) => done('ticket.reopened', data),
  },
  checks: {
    close: (ticket, data, facts, pack) => {
      const answered = supervisionAnswered(ticket);
      if (!answered.ok || ticket.rating === null || !isUnhappy(ticket.rating)) return answered;
      const { mode, maximumRounds } = redispatchLimits(pack.procedure, facts);
      if (mode === 'must' && ticket.round < maximumRounds) {
        return refuse('mustRedispatch', '群众不满意，应当重办', 'the citizen is unhappy: the ticket goes round again', {
          remedy: { zh: '请重新派单', en: 'redispatch it' },
        });
      }
      if (data === undefined || data.reason !== undefined) return fine;
      return refuse('unhappyNeedsReason', '群众不满意，办结须说明理由', 'closing an unhappy ticket needs a reason', {
        remedy: { zh: '填写经复核的办结理由', en: 'give the reviewed reason' },
      });
    },
  },
  folds: {
    'ticket.closed': closeAt,
    'ticket.archived': unchanged,
    'ticket.reopened': (draft) => {
      draft.closedAt = null;
      draft.counts = { ...draft.counts, reopenings: draft.counts.reopenings + 1 };
      startRound(draft);
    },
  },
};

/** Whether the citizen is unhappy: not solved, or satisfaction 1 不满意 or 2. */
function isUnhappy({ solved, satisfaction }: Rating): boolean {
  return solved === 'no' || satisfaction <= 2;
}
