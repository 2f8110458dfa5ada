import { type CityPack, choose, redispatchLimits, type TicketFacts } from '@hotline-kit/rules';
import { stillAssisting } from '../../clocks/assist-clock.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { closeAt, leaveUnit, startRound, unchanged } from '../../ticket/fold.js';
import { fine, refuse, type Verdict } from '../../ticket/refusal.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
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
    archive: ({ remedy, supervision }) => {
      if (remedy !== null && remedy.decidedAt === null) {
        return refuse('remedyOpen', '救济申请尚在处理，不能归档', 'a remedy is being decided', {
          remedy: { zh: '请先作出决定', en: 'decide it first' },
        });
      }
      if (supervision.state !== 'reported') return fine;
      return refuse('supervisionOpen', '督办尚未办结，不能归档', 'the supervision is not concluded', {
        remedy: { zh: '请督办人先办结督办', en: 'whoever supervises concludes it first' },
      });
    },
    close: (ticket, data, { facts, pack }) => {
      const answered = supervisionAnswered(ticket);
      if (!answered.ok) return answered;
      const assisted = assistsDone(ticket, facts, pack);
      if (!assisted.ok || ticket.rating === null || !isUnhappy(ticket.rating)) return assisted;
      const { mode, maximumRounds } = redispatchLimits(pack.procedure, facts);
      if (mode === 'must' && ticket.unreasonable === null && ticket.round < maximumRounds) {
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
      // It is taken up anew at the hotline, and dispatched to whoever is competent now.
      leaveUnit(draft);
      startRound(draft);
    },
  },
};

/** Whether the citizen is unhappy: not solved, or satisfaction 1 不满意 or 2. */
function isUnhappy({ solved, satisfaction }: Rating): boolean {
  return solved === 'no' || satisfaction <= 2;
}

/** Lead and assists are done; whether the lead waits for them is the procedure's to say. */
function assistsDone(ticket: TicketRecord, facts: TicketFacts, { procedure }: CityPack): Verdict {
  const section = procedure.assist;
  if (section === undefined || choose(section.awaited, facts) === false) return fine;
  const waiting = stillAssisting(ticket);
  if (waiting.length === 0) return fine;
  return refuse('assistsOpen', '协办尚未办结', `units still assist: ${waiting.join(', ')}`, {
    remedy: { zh: '请协办单位先办结协办', en: 'the assisting units finish first' },
  });
}
