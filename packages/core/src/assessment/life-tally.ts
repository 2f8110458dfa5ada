import { type EventType, HAPPENED } from '@hotline-kit/rules';
import type { IsoInstant } from '../ticket/instant.js';

/** The events of which a row keeps when they first, or last, happened. */
const FIRST = [
  'ticket.registered',
  'ticket.dispatched',
  'ticket.signed',
  'citizen.contacted',
  'site.arrived',
  'citizen.calledBack',
  'ticket.rated',
  'supervision.started',
  'ticket.praised',
] as const satisfies readonly EventType[];
const LAST = ['reply.approved'] as const satisfies readonly EventType[];

/** An event whose instant a row keeps. */
export type TimedEvent = (typeof FIRST)[number] | (typeof LAST)[number];

const TIMED: readonly TimedEvent[] = [...FIRST, ...LAST];
const PLACES: ReadonlyMap<string, number> = new Map(TIMED.map((type, place) => [type, place]));

/** The bit of each event that a fact tells of. There are 31 bits; a test sees that they suffice. */
const BITS: ReadonlyMap<string, number> = new Map(
  Object.values(HAPPENED).map(({ event }, index) => [event, 1 << index]),
);

/** What is kept of each event of which anything is. */
const KEPT: ReadonlyMap<string, { readonly bit: number; readonly place: number | undefined }> = new Map(
  [...BITS.keys(), ...TIMED].map((type) => [type, { bit: BITS.get(type) ?? 0, place: PLACES.get(type) }]),
);

/** The fact that each bit stands for. */
const FACTS: readonly (readonly [name: string, bit: number])[] = Object.entries(HAPPENED).map(([name, { event }]) => [
  name,
  BITS.get(event) ?? 0,
]);

/**
 * What happened on a ticket, and when, as an assessment asks it. Of hundreds of thousands of tickets each has one: a
 * number for what happened, and a short list of epoch milliseconds.
 */
export class LifeTally {
  #happened = 0;
  /** By place; NaN where it never happened. */
  readonly #at: number[] = [NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN];

  note(type: string, at: IsoInstant): void {
    const kept = KEPT.get(type);
    if (kept === undefined) return;
    this.#happened |= kept.bit;
    const { place } = kept;
    if (place === undefined) return;
    if (place >= FIRST.length || Number.isNaN(this.#at[place])) this.#at[place] = Date.parse(at);
  }

  /** Sets the fact of each thing that happened. What never happened is absent: its default is false. */
  tell(facts: Record<string, unknown>): void {
    for (const [name, bit] of FACTS) if ((this.#happened & bit) !== 0) facts[name] = true;
  }

  /** Epoch milliseconds of the first, or of a reply’s approval of the last; nothing where it never happened. */
  instant(type: TimedEvent): number | undefined {
    const at = this.#at[PLACES.get(type) ?? -1];
    return at === undefined || Number.isNaN(at) ? undefined : at;
  }
}
