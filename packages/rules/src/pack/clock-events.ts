import type { ConditionCompiler } from '../compile/compile-condition.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { join } from '../diagnostic/pointer.js';
import { EVENT_TYPES, type EventType } from '../vocabulary/events.js';
import { isWord, wordsOf } from '../vocabulary/label.js';

/** What an event can do to a clock. */
const REACTIONS = ['start', 'pause', 'resume', 'stop', 'cancel'] as const;

type Reaction = (typeof REACTIONS)[number];

/** The lists of events of a clock, as they stand in the file. */
type ListedEvents = { readonly [Name in Reaction]?: readonly string[] | undefined };

/** The events of a clock: those of the log, the due instants of other clocks, and milestones of the procedure. */
export type ClockEvents = Readonly<Record<Reaction, ReadonlySet<EventType>>> & {
  readonly startAtDue: ReadonlySet<string>;
  readonly atMilestone: readonly { readonly milestone: string; readonly reaction: Reaction }[];
};

/** `clock.due:<clock>` and `progress.recorded:<milestone>`. */
export const NAMED_EVENT = /^(clock\.[A-Za-z]+|progress\.recorded):(.+)$/;

/** Reads the events of a clock. Faults gather in the compiler. */
export function readClockEvents(listed: ListedEvents, pointer: string, conditions: ConditionCompiler): ClockEvents {
  const { clocks, milestones } = conditions.domains;
  const sets: Record<Reaction, Set<EventType>> = {
    start: new Set(),
    pause: new Set(),
    resume: new Set(),
    stop: new Set(),
    cancel: new Set(),
  };
  const startAtDue = new Set<string>();
  const atMilestone: { milestone: string; reaction: Reaction }[] = [];
  for (const reaction of REACTIONS) {
    for (const [index, name] of (listed[reaction] ?? []).entries()) {
      const place = join(pointer, reaction, index);
      const [, event, id] = NAMED_EVENT.exec(name) ?? [];
      if (isWord(EVENT_TYPES, name)) {
        sets[reaction].add(name);
      } else if (event === 'progress.recorded' && id !== undefined) {
        checkKnown('unknownMilestone', 'milestone', id, milestones, place, conditions);
        atMilestone.push({ milestone: id, reaction });
      } else if (event === 'clock.due' && reaction === 'start' && id !== undefined) {
        checkKnown('unknownClock', 'clock', id, clocks, place, conditions);
        startAtDue.add(id);
      } else if (event !== undefined) {
        conditions.fault({
          code: 'clockChain',
          pointer: place,
          value: name,
          message: 'A clock reacts to another clock in one way: it starts at its due instant, met or not.',
          fix: 'Write "clock.due:<clock>" under "start", or name the event of the ticket.',
        });
      } else {
        const allowed = wordsOf(EVENT_TYPES);
        const fix = didYouMean(name, allowed) ?? 'See EVENT_TYPES for the names.';
        conditions.fault({
          code: 'unknownEvent',
          pointer: place,
          value: name,
          message: `Unknown event "${name}".`,
          allowed,
          fix,
        });
      }
    }
  }
  return { ...sets, startAtDue, atMilestone };
}

function checkKnown(
  code: string,
  what: string,
  id: string,
  known: ReadonlySet<string> | undefined,
  pointer: string,
  conditions: ConditionCompiler,
): void {
  if (known === undefined || known.has(id)) return;
  const fix = didYouMean(id, [...known]) ?? (what === 'clock' ? 'Add it to clocks.json.' : 'Add it to procedure.json.');
  conditions.fault({ code, pointer, value: id, message: `Unknown ${what} "${id}".`, fix });
}

/** The faults of clocks that start, through others, at their own due instant. `own` are those of this file. */
export function chainFaults(
  clocks: readonly { readonly id: string; readonly startAtDue: ReadonlySet<string> }[],
  own: ReadonlySet<string>,
): readonly Fault[] {
  const before = new Map(clocks.map(({ id, startAtDue }) => [id, startAtDue]));
  const faults: Fault[] = [];
  const done = new Set<string>();
  const visit = (id: string, way: readonly string[]): void => {
    const at = way.indexOf(id);
    if (at >= 0) {
      const circle = [...way.slice(at), id];
      const named = circle.find((each) => own.has(each)) ?? id;
      const message = `The clock "${named}" starts at its own due instant: ${[...circle].reverse().join(' → ')}.`;
      const fix = 'Let one of them start at an event of the ticket.';
      faults.push({ code: 'clockCycle', pointer: join('', named, 'start'), value: circle, message, fix });
      return;
    }
    if (done.has(id)) return;
    for (const each of before.get(id) ?? []) visit(each, [...way, id]);
    done.add(id);
  };
  for (const { id } of clocks) visit(id, []);
  return faults;
}
