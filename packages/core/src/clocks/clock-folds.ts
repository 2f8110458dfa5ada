import type { TrackConduct } from '../ticket/conduct.js';
import { type Draft, escalatedBy } from '../ticket/fold.js';
import type { ClockEvents } from './clock-events.js';
import type { ClockRecord } from './clock-record.js';

/** How the clocks' own events fold; no command brings them. */
export const clockConduct: TrackConduct<never, keyof ClockEvents> = {
  perform: {},
  folds: {
    'clock.started': (draft, { clock, generation, term, startedAt, dueAt, certainty, warnings }) => {
      putClock(draft, {
        id: clock,
        generation,
        state: 'running',
        late: false,
        term,
        startedAt,
        dueAt,
        certainty,
        warnings: warnings.map(({ id, at }) => ({ id, at, fired: false })),
        pausedAt: null,
        pausedTotal: 0,
        pauses: [],
        breachedAt: null,
        stoppedAt: null,
      });
    },
    'clock.paused': (draft, { clock }, at) => changeClock(draft, clock, { state: 'paused', pausedAt: at }),
    'clock.resumed': (draft, { clock, dueAt, pausedTotal, warnings, resumedAt }, at) => {
      const { breachedAt = null, pausedAt = null, pauses = [] } = draft.clocks[clock] ?? {};
      const state = breachedAt === null ? 'running' : 'breached';
      const ended = pausedAt === null ? pauses : [...pauses, { from: pausedAt, to: resumedAt ?? at }];
      changeClock(draft, clock, { state, pausedAt: null, pausedTotal, pauses: ended, dueAt, warnings });
    },
    'clock.extended': (draft, { clock, dueAt, warnings }, at) => {
      const state = draft.clocks[clock]?.state;
      const runs = state === 'breached' && at <= dueAt ? ({ state: 'running', breachedAt: null } as const) : {};
      changeClock(draft, clock, { dueAt, warnings, ...runs });
    },
    'clock.retimed': (draft, { clock, dueAt, certainty, term, warnings }, at) => {
      const state = draft.clocks[clock]?.state;
      const runs = state === 'breached' && at <= dueAt ? ({ state: 'running', breachedAt: null } as const) : {};
      changeClock(draft, clock, { dueAt, certainty, warnings, ...(term && { term }), ...runs });
    },
    'clock.warned': (draft, { clock, warning, outcomes }) => {
      const warnings = draft.clocks[clock]?.warnings ?? [];
      changeClock(draft, clock, { warnings: warnings.map((each) => (each.id === warning ? fired(each) : each)) });
      for (const { rule } of outcomes) escalatedBy(draft, rule);
    },
    'clock.breached': (draft, { clock, outcomes }, at) => {
      changeClock(draft, clock, { state: 'breached', breachedAt: at });
      for (const { rule } of outcomes) escalatedBy(draft, rule);
    },
    'clock.stopped': (draft, { clock, late }, at) =>
      changeClock(draft, clock, { state: 'met', late, stoppedAt: at, pausedAt: null }),
    'clock.cancelled': (draft, { clock }, at) => {
      // The end of a ticket does not undo that a clock had run out.
      const late = draft.clocks[clock]?.breachedAt !== null;
      changeClock(draft, clock, { state: 'cancelled', late, stoppedAt: at, pausedAt: null });
    },
  },
};

function fired<W extends ClockRecord['warnings'][number]>(warning: W): W {
  return { ...warning, fired: true };
}

function putClock(draft: Draft, clock: ClockRecord): void {
  draft.clocks = { ...draft.clocks, [clock.id]: clock };
}

function changeClock(draft: Draft, id: string, change: Partial<ClockRecord>): void {
  const clock = draft.clocks[id];
  if (clock !== undefined) putClock(draft, { ...clock, ...change });
}
