import type { CityPack } from '@hotline-kit/rules';
import { consequenceOf, escalationOf } from '../escalation/consequence.js';
import { fireClocks } from '../escalation/fire-clocks.js';
import type { EventName, NewEvent } from '../ticket/event.js';
import { evolve } from '../ticket/evolve.js';
import type { IsoInstant } from '../ticket/instant.js';
import { reactionsOf } from '../ticket/reactions.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { isDutyClock, isSectionDuty, isSectionDutyClock } from '../tracks/informing/duty-key.js';
import { isSupervised } from '../tracks/supervision/supervision-state.js';
import { isDrawn } from './drawn.js';

/** A life as it would have been under another pack. */
export interface RelivedLife {
  readonly ticket: TicketRecord;
  readonly events: readonly NewEvent[];
}

/**
 * Lives a ticket again under another pack: what people did stays as they did it and when; the clocks, what fell due, and
 * what the escalation rules draw from it are the pack's. What the procedure would have refused is not asked: the log
 * has what was done, not what was tried.
 *
 * @param log the recorded life, in order
 * @param until what falls due before it is fired
 */
export function relive(log: readonly NewEvent[], pack: CityPack, until: IsoInstant): RelivedLife {
  const [first, ...rest] = log;
  if (first === undefined) throw new RangeError('a life begins with an event');
  const life = new Life(first, pack);
  for (const event of rest) {
    // The workers that fired the recorded clocks fire these too, as promptly or as late as they were.
    life.fire(event.at);
    if (isDeed(event)) life.live(event);
  }
  life.fire(new Date(Date.parse(until) - 1).toISOString());
  return life;
}

/** What answers a supervision: without one there is nothing to answer. */
const answersSupervision: ReadonlySet<EventName> = new Set<EventName>([
  'supervision.escalated',
  'supervision.reported',
  'supervision.concluded',
]);

/** Whether people did it, or the procedure demands it of what they did; the pack's clocks and rules speak anew. */
function isDeed(event: NewEvent): boolean {
  if (event.type === 'clock.warned' || event.type === 'clock.breached') return false;
  if (event.type === 'ticket.resumed') return event.data.endedAt === undefined;
  if (event.type === 'duty.arose') return !isSectionDuty(event.data.duty);
  if (!event.type.startsWith('clock.')) return !isDrawn(event);
  const { clock } = event.data as { readonly clock: string };
  return isDutyClock(clock) && !isSectionDutyClock(clock);
}

class Life implements RelivedLife {
  readonly events: NewEvent[] = [];
  readonly #pack: CityPack;
  #ticket: TicketRecord;

  constructor(first: NewEvent, pack: CityPack) {
    this.#pack = pack;
    this.#ticket = evolve(undefined, first);
    this.events.push(first);
    this.#follow(first);
  }

  get ticket(): TicketRecord {
    return this.#ticket;
  }

  live(deed: NewEvent): void {
    if (answersSupervision.has(deed.type) && !isSupervised(this.#ticket)) return;
    this.#put(deed);
    this.#follow(deed);
  }

  fire(at: IsoInstant): void {
    const { ticket, events } = fireClocks(this.#ticket, at, this.#pack);
    this.#ticket = ticket;
    this.events.push(...events);
  }

  #put(event: NewEvent): void {
    this.events.push(event);
    this.#ticket = evolve(this.#ticket, event);
  }

  #follow(event: NewEvent): void {
    this.#clocks(event);
    if (this.#ticket.closedAt !== null) return;
    for (const outcome of escalationOf(this.#ticket, this.#pack, event.at)) {
      const consequence = consequenceOf(this.#ticket, outcome, event.at, this.#pack);
      if (consequence === undefined) continue;
      this.#put(consequence);
      this.#clocks(consequence);
    }
  }

  #clocks(event: NewEvent): void {
    const { ticket, events } = reactionsOf(this.#ticket, event, this.#pack);
    this.#ticket = ticket;
    this.events.push(...events);
  }
}
