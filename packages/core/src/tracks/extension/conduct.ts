import type { CityPack } from '@hotline-kit/rules';
import { dueAfterExtension, type Term } from '@hotline-kit/sla-calendar';
import type { ClockRecord } from '../../clocks/clock-record.js';
import { definitionOf } from '../../clocks/definition-of.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { fine, type Refusal, refuse, type Verdict } from '../../ticket/refusal.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import type { ExtensionEvents, extending } from './declaration.js';

/** What extensions do. */
export const extensionConduct: TrackConduct<keyof typeof extending.commands, keyof ExtensionEvents> = {
  perform: {
    requestExtension: (_ticket, { clock = 'handle', ...data }) => done('extension.requested', { ...data, clock }),
    approveExtension: ({ extension }, data) => {
      if (extension === null) return noExtension();
      const { clock, term } = extension;
      return done('extension.approved', { clock, term, ...data });
    },
    rejectExtension: (_ticket, data) => done('extension.rejected', data),
  },
  checks: {
    requestExtension: ({ extension, clocks }, data, { pack }) => {
      if (extension !== null) {
        return refuse('extensionOpen', '已有待审批的延期申请', 'an extension already waits for approval', {
          remedy: { zh: '请等待审批', en: 'wait for the decision' },
        });
      }
      // Those that the procedure itself starts have a term of their own there: they are no limits to be extended.
      const running = Object.values(clocks).filter(
        ({ id, stoppedAt }) => stoppedAt === null && definitionOf(id, pack) !== undefined,
      );
      const id = data?.clock ?? 'handle';
      const clock = running.find((each) => each.id === id);
      if (data !== undefined && clock !== undefined) return isLater(clock, data.term, pack);
      if (data === undefined && running.length > 0) return fine;
      return refuse('clockNotRunning', `时限“${id}”没有在计时`, `clock "${id}" does not run`, {
        remedy: { zh: '只能延长正在计时的时限', en: 'only a running clock can be extended' },
      });
    },
    approveExtension: extensionAsked,
    rejectExtension: extensionAsked,
  },
  folds: {
    'extension.requested': (draft, { clock, term, reason }) => {
      draft.extension = { clock, term, reason };
    },
    'extension.approved': (draft) => {
      draft.extension = null;
      draft.counts = { ...draft.counts, extensions: draft.counts.extensions + 1 };
    },
    'extension.rejected': (draft) => {
      draft.extension = null;
    },
  },
};

/** An extension to a date that is not after the clock's own would take time away. */
function isLater({ id, dueAt }: ClockRecord, term: Term, pack: CityPack): Verdict {
  const calendar = definitionOf(id, pack)?.calendar ?? pack.defaultCalendar;
  if (dueAfterExtension(dueAt, term, calendar).getTime() > Date.parse(dueAt)) return fine;
  return refuse('notLater', `所申请的期限不晚于原期限 ${dueAt}`, `what is asked for is not later than ${dueAt}`, {
    remedy: { zh: '请填写更晚的日期，或以时长申请', en: 'ask for a later date, or for a term' },
  });
}

function extensionAsked({ extension }: TicketRecord): Verdict {
  return extension === null ? noExtension() : fine;
}

function noExtension(): { ok: false; refusal: Refusal } {
  return refuse('noExtension', '没有待审批的延期申请', 'no extension waits for approval', {
    remedy: { zh: '请承办单位先申请延期', en: 'the unit asks for one first' },
  });
}
