import { type CityPack, type Facts, HAPPENED, type RowInstant } from '@hotline-kit/rules';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import type { NewEvent } from '../ticket/event.js';
import { evolve } from '../ticket/evolve.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import type { FactRow } from './fact-row.js';
import { LifeTally } from './life-tally.js';

/** The event whose first or last occurrence an instant of a row is. */
const EVENT_INSTANTS: Readonly<
  Record<Exclude<RowInstant, 'closedAt' | 'dueAt'>, { readonly event: string; readonly which: 'first' | 'last' }>
> = {
  registeredAt: { event: 'ticket.registered', which: 'first' },
  dispatchedAt: { event: 'ticket.dispatched', which: 'first' },
  signedAt: { event: 'ticket.signed', which: 'first' },
  repliedAt: { event: 'reply.approved', which: 'last' },
  calledBackAt: { event: 'citizen.calledBack', which: 'first' },
  ratedAt: { event: 'ticket.rated', which: 'first' },
  supervisedAt: { event: 'supervision.started', which: 'first' },
  praisedAt: { event: 'ticket.praised', which: 'first' },
};

/** The fact that an event sets. */
const FACT_OF_EVENT: ReadonlyMap<string, string> = new Map(
  Object.entries(HAPPENED).map(([name, { event }]) => [event, name]),
);

/** The events that give a ticket to a lead. */
const GIVEN = new Set(['ticket.dispatched', 'ticket.redispatched', 'ticket.designated']);

/** A ticket as a row of the assessment, folded from its events. */
export class TicketRow implements FactRow {
  readonly source = 'tickets';
  readonly id: string;
  readonly #pack: CityPack;
  readonly #life = new LifeTally();
  readonly #holders: string[] = [];
  readonly #returnedBy: string[] = [];
  #ticket: TicketRecord | undefined;
  #handler: string | undefined;
  #supervisionPeak = 0;

  constructor(id: string, pack: CityPack) {
    this.id = id;
    this.#pack = pack;
  }

  /** Events folded so far. */
  get version(): number {
    return this.#ticket?.version ?? 0;
  }

  /**
   * Folds the next event in.
   *
   * @throws RangeError where the first event is not `ticket.registered`, or the type is unknown
   */
  add(event: NewEvent): void {
    const before = this.#ticket;
    this.#ticket = evolve(before, event);
    this.#life.note(event.type, event.at);
    this.#handler = this.#ticket.handler ?? this.#handler;
    this.#supervisionPeak = Math.max(this.#supervisionPeak, this.#ticket.supervision.level);
    if (GIVEN.has(event.type)) noteOnce(this.#holders, this.#ticket.lead);
    if (event.type === 'return.approved') noteOnce(this.#returnedBy, before?.lead ?? null);
  }

  instant(name: string): number | undefined {
    if (Object.hasOwn(EVENT_INSTANTS, name)) {
      const { event, which } = EVENT_INSTANTS[name as keyof typeof EVENT_INSTANTS];
      return which === 'first' ? this.#life.first(event) : this.#life.last(event);
    }
    if (name === 'closedAt') return parsed(this.#ticket?.closedAt);
    const [clock = '', which = ''] = name === 'dueAt' ? ['handle', 'dueAt'] : clockInstant(name);
    const record = this.#ticket?.clocks[clock];
    return which === 'dueAt' || which === 'startedAt' || which === 'stoppedAt' ? parsed(record?.[which]) : undefined;
  }

  /** Drawn anew each time it is asked: kept for every ticket, the facts would take more room than the log. */
  get facts(): Facts {
    const ticket = this.#ticket;
    if (ticket === undefined) return {};
    const life = this.#life;
    const facts: Record<string, unknown> = factsOfTicket(ticket, this.#pack, ticket.updatedAt);
    const [registered, dispatched] = [life.first('ticket.registered'), life.first('ticket.dispatched')];
    const signed = life.first('ticket.signed');
    const handle = ticket.clocks.handle;
    facts.isClosed = ticket.closedAt !== null;
    facts.isLate = handle !== undefined && (handle.late || handle.state === 'breached');
    facts.supervisionPeak = this.#supervisionPeak;
    facts.callbackCount = ticket.callbacks;
    facts.handler = this.#handler;
    facts.theme = themeOf(ticket.call.matter, this.#pack);
    facts.holder = this.#holders;
    facts.returnedBy = this.#returnedBy;
    facts.dispatchSeconds = secondsBetween(registered, dispatched);
    facts.signSeconds = secondsBetween(dispatched, signed);
    facts.contactSeconds = secondsBetween(signed, life.first('citizen.contacted'));
    facts.arriveSeconds = secondsBetween(signed, life.first('site.arrived'));
    facts.handlingSeconds = secondsBetween(dispatched, life.last('reply.approved'));
    facts.totalSeconds = secondsBetween(registered, this.instant('closedAt'));
    // What never happened is absent: its default is false, and half of the stores are spared.
    for (const type of life.types) {
      const name = FACT_OF_EVENT.get(type);
      if (name !== undefined) facts[name] = true;
    }
    return facts;
  }
}

/** The widest matter above a ticket's, or the matter itself. */
function themeOf(matter: string | null, { matters }: CityPack): string | undefined {
  return matter === null ? undefined : (matters.ancestors(matter).at(-1)?.code ?? matter);
}

function clockInstant(name: string): readonly string[] {
  const [head, clock = '', which = ''] = name.split('.');
  return head === 'clock' ? [clock, which] : [];
}

function noteOnce(list: string[], unit: string | null): void {
  if (unit !== null && !list.includes(unit)) list.push(unit);
}

function parsed(at: string | null | undefined): number | undefined {
  return at === null || at === undefined ? undefined : Date.parse(at);
}

/** Whole seconds, so that sums stay exact; nothing where an end is missing, or before the beginning. */
function secondsBetween(from: number | undefined, to: number | undefined): number | undefined {
  return from === undefined || to === undefined || to < from ? undefined : Math.floor((to - from) / 1000);
}
