import { isOpen } from '../clocks/clock-changes.js';
import type { ClockRecord } from '../clocks/clock-record.js';
import type { NewEvent } from '../ticket/event.js';
import { evolve } from '../ticket/evolve.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { isDrawn } from './drawn.js';
import type { NowAndDraft, WhatIf } from './what-if.js';

type Side = keyof NowAndDraft;

/** Counts of both sides, by key. */
class Columns {
  readonly #rows = new Map<string, { now: number; draft: number }>();

  add(key: string, side: Side): void {
    const row = this.#rows.get(key) ?? { now: 0, draft: 0 };
    row[side] += 1;
    this.#rows.set(key, row);
  }

  of(key: string): NowAndDraft {
    return this.#rows.get(key) ?? { now: 0, draft: 0 };
  }

  get keys(): Iterable<string> {
    return this.#rows.keys();
  }
}

/** What differs between recorded and relived lives, counted. */
export class Counts {
  readonly #started = new Columns();
  readonly #late = new Columns();
  readonly #lateOfUnit = new Columns();
  readonly #dispatched = new Columns();
  readonly #drawn = new Columns();
  readonly #moves = new Map<string, { from: string; to: string; tickets: number }>();
  #unrouted = 0;

  /** One dispatch that no person decided. */
  dispatch(now: string, draft: string | undefined): void {
    this.#dispatched.add(now, 'now');
    if (draft === undefined) {
      this.#unrouted += 1;
      return;
    }
    this.#dispatched.add(draft, 'draft');
    if (draft === now) return;
    const key = JSON.stringify([now, draft]);
    const move = this.#moves.get(key) ?? { from: now, to: draft, tickets: 0 };
    move.tickets += 1;
    this.#moves.set(key, move);
  }

  /** A life of one side; a clock that is still open counts until then. */
  life(side: Side, log: readonly NewEvent[], until: IsoInstant): void {
    let ticket: TicketRecord | undefined;
    for (const event of log) {
      if (ticket !== undefined) this.#event(side, ticket, event);
      ticket = evolve(ticket, event);
    }
    if (ticket === undefined) return;
    for (const clock of Object.values(ticket.clocks)) {
      if (isOpen(clock) && clock.pausedAt === null) this.#ended(side, ticket, clock, until);
    }
  }

  /** @param ticket before the event */
  #event(side: Side, ticket: TicketRecord, event: NewEvent): void {
    if (isDrawn(event)) this.#drawn.add(event.type, side);
    if (event.type === 'clock.started') this.#started.add(event.data.clock, side);
    if (event.type !== 'clock.stopped' && event.type !== 'clock.cancelled') return;
    const clock = ticket.clocks[event.data.clock];
    if (clock !== undefined) this.#ended(side, ticket, clock, event.at);
  }

  #ended(side: Side, { lead }: TicketRecord, clock: ClockRecord, at: IsoInstant): void {
    if (at <= clock.dueAt) return;
    this.#late.add(clock.id, side);
    if (lead !== null) this.#lateOfUnit.add(lead, side);
  }

  /** The largest first, the rest by name. */
  result(): Pick<WhatIf, 'moves' | 'unrouted' | 'clocks' | 'units' | 'escalations'> {
    const [started, late] = [this.#started, this.#late];
    return {
      moves: [...this.#moves.values()].sort(
        (a, b) => b.tickets - a.tickets || compare(a.from, b.from) || compare(a.to, b.to),
      ),
      unrouted: this.#unrouted,
      clocks: sorted(started).map((clock) => ({ clock, started: started.of(clock), late: late.of(clock) })),
      units: sorted(this.#dispatched, this.#lateOfUnit).map((unit) => ({
        unit,
        tickets: this.#dispatched.of(unit),
        late: this.#lateOfUnit.of(unit),
      })),
      escalations: sorted(this.#drawn).map((event) => ({ event, drawn: this.#drawn.of(event) })),
    };
  }
}

function sorted(...columns: readonly Columns[]): readonly string[] {
  return [...new Set(columns.flatMap(({ keys }) => [...keys]))].sort(compare);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
