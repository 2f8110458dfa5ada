import { type Term, type Warning, type WorkingCalendar, warningSchema } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import type { ConditionCompiler } from '../compile/compile-condition.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import type { Facts, TicketFacts } from '../facts.js';
import { CLOCK_NAMES } from '../vocabulary/clocks.js';
import type { EventType } from '../vocabulary/events.js';
import { isWord, type Label } from '../vocabulary/label.js';
import { choose, compileTerms, conditionShape, type FactTest, termChoice } from './choice.js';
import { readClockEvents } from './clock-events.js';

/** An event of a clock. Its name stays plain text here: `readClockEvents` words its faults. */
export const clockEvent = z.string().min(1);

const events = z.array(clockEvent);

const clockSchema = strictObject({
  title: strictObject({ zh: z.string().min(1), en: z.string().min(1) }).exactOptional(),
  calendar: z.string().min(1).exactOptional(),
  when: conditionShape.exactOptional(),
  term: termChoice,
  start: events,
  pause: events.exactOptional(),
  resume: events.exactOptional(),
  stop: events.exactOptional(),
  cancel: events.exactOptional(),
  pauses: z.enum(['workingTime', 'wholeDays']).exactOptional(),
  warn: z.array(warningSchema).exactOptional(),
  restart: z.boolean().exactOptional(),
  article: z.string().min(1).exactOptional(),
  basis: z.enum(['text', 'sample']).exactOptional(),
});

const clockId = z.string().regex(/^[A-Za-z][\w-]*$/, 'a letter, then letters, digits, "_" and "-"');

/** The shape of `clocks.json`: clocks by id. */
export const clocksSchema = z
  .object({ $schema: z.string().exactOptional() })
  .catchall(clockSchema)
  .check(({ value, issues }) => {
    for (const id of Object.keys(value)) {
      const named = id === '$schema' ? undefined : clockId.safeParse(id).error;
      if (named !== undefined) {
        issues.push({ code: 'invalid_key', origin: 'record', input: value, path: [id], issues: named.issues });
      }
    }
  });

/** A clock of a pack: when it runs, on which calendar, for how long, and what it warns of. */
export interface ClockDefinition {
  readonly id: string;
  readonly title: Label;
  readonly calendar: WorkingCalendar;
  /** Whether the clock starts for a ticket with these facts. Asked once, at the event that starts it. */
  applies(facts: Facts | TicketFacts): boolean;
  /** The time that the clock gives, chosen by the facts. */
  termFor(facts: Facts | TicketFacts): Term;
  /** The article that gives the term which the facts choose, and whether the number stands in its text. */
  sourceFor(facts: Facts | TicketFacts): { readonly article?: string; readonly basis: 'text' | 'sample' };
  readonly start: ReadonlySet<EventType>;
  /** Ids of the clocks at whose due instant it starts, met or not: `clock.due:<id>` in the file. */
  readonly startAtDue: ReadonlySet<string>;
  /** What it does at milestones of the procedure: `progress.recorded:<milestone>` in the file. */
  readonly atMilestone: readonly MilestoneReaction[];
  readonly pause: ReadonlySet<EventType>;
  readonly resume: ReadonlySet<EventType>;
  readonly stop: ReadonlySet<EventType>;
  readonly cancel: ReadonlySet<EventType>;
  /** Whether a pause takes out working time or whole days; working time, unless the pack says otherwise. */
  readonly pauses: 'workingTime' | 'wholeDays';
  readonly warn: readonly Warning[];
  /** Whether a further start event starts it again; `true` unless the pack says otherwise. */
  readonly restart: boolean;
  readonly article?: string;
  /** Whether the numbers stand in the text of the article, or are a sample. */
  readonly basis: 'text' | 'sample';
}

/** What a clock does when a milestone is recorded. */
export interface MilestoneReaction {
  readonly milestone: string;
  readonly reaction: 'start' | 'pause' | 'resume' | 'stop' | 'cancel';
}

/** The calendars that clocks may name, and the one that counts where a clock names none. */
export interface ClockCalendars {
  readonly calendars: Readonly<Record<string, WorkingCalendar>>;
  readonly byDefault: WorkingCalendar;
}

/** Compiles the clocks of a pack. Faults gather in the compiler. */
export function compileClocks(
  file: Readonly<Record<string, z.output<typeof clockSchema>>>,
  { calendars, byDefault }: ClockCalendars,
  conditions: ConditionCompiler,
): readonly ClockDefinition[] {
  return Object.entries(file).flatMap(([id, clock]) => {
    const pointer = join('', id);
    const calendar = clock.calendar === undefined ? byDefault : ownCalendar(calendars, clock.calendar);
    if (calendar === undefined) {
      const allowed = Object.keys(calendars);
      conditions.fault({
        code: 'unknownCalendar',
        pointer: join(pointer, 'calendar'),
        value: clock.calendar,
        message: `Unknown calendar "${clock.calendar}".`,
        allowed,
        fix: didYouMean(clock.calendar, allowed) ?? 'Add it to calendar.json.',
      });
    }
    const when: FactTest | undefined =
      clock.when === undefined ? undefined : conditions.compile(clock.when, join(pointer, 'when'));
    const terms = compileTerms<Term>(clock.term, join(pointer, 'term'), conditions);
    const events = readClockEvents(clock, pointer, conditions);
    const fallback = terms.options.at(-1)?.value;
    if (fallback === undefined || calendar === undefined) return [];
    return Object.freeze({
      id,
      title: clock.title ?? (isWord(CLOCK_NAMES, id) ? CLOCK_NAMES[id] : { zh: id, en: id }),
      calendar,
      applies: when ?? (() => true),
      termFor: (facts: Facts | TicketFacts) => choose(terms, facts) ?? fallback,
      sourceFor: (facts: Facts | TicketFacts) => {
        const chosen = terms.options.find((option) => option.when === undefined || option.when(facts));
        const article = chosen?.article ?? clock.article;
        return { basis: chosen?.basis ?? clock.basis ?? 'sample', ...(article !== undefined && { article }) };
      },
      ...events,
      pauses: clock.pauses ?? 'workingTime',
      warn: clock.warn ?? [],
      restart: clock.restart ?? true,
      ...(clock.article !== undefined && { article: clock.article }),
      basis: clock.basis ?? 'sample',
    });
  });
}

/** Which clocks react to an event, whatever they do. */
export function indexByEvent(clocks: readonly ClockDefinition[]): ReadonlyMap<EventType, readonly ClockDefinition[]> {
  const byEvent = new Map<EventType, ClockDefinition[]>();
  for (const clock of clocks) {
    for (const event of new Set([...clock.start, ...clock.pause, ...clock.resume, ...clock.stop, ...clock.cancel])) {
      const known = byEvent.get(event);
      if (known === undefined) byEvent.set(event, [clock]);
      else known.push(clock);
    }
  }
  return byEvent;
}

function ownCalendar(calendars: ClockCalendars['calendars'], id: string): WorkingCalendar | undefined {
  return Object.hasOwn(calendars, id) ? calendars[id] : undefined;
}
