import type { Facts, RowInstant } from '@hotline-kit/rules';
import type { ClockRecord } from '../clocks/clock-record.js';
import { ownTimeBetween } from '../clocks/own-time.js';
import { drawFacts } from '../dispatch/facts-of-ticket.js';
import type { NewEvent } from '../ticket/event.js';
import { evolveOwn } from '../ticket/evolve.js';
import type { Draft } from '../ticket/fold.js';
import type { FactRow, WantedFacts } from './fact-row.js';
import { LifeTally, type TimedEvent } from './life-tally.js';
import type { RowSetting } from './row-setting.js';

/** The event whose occurrence an instant of a row is. */
const EVENT_INSTANTS: Readonly<Record<Exclude<RowInstant, 'closedAt' | 'dueAt'>, TimedEvent>> = {
  registeredAt: 'ticket.registered',
  dispatchedAt: 'ticket.dispatched',
  signedAt: 'ticket.signed',
  repliedAt: 'reply.approved',
  calledBackAt: 'citizen.calledBack',
  ratedAt: 'ticket.rated',
  supervisedAt: 'supervision.started',
  praisedAt: 'ticket.praised',
};

/** The events that give a ticket to a lead. */
const GIVEN = new Set(['ticket.dispatched', 'ticket.redispatched', 'ticket.designated']);

/** What most tickets have none of is one and the same object. */
const NOBODY: readonly string[] = [];
const NO_TIMES: Readonly<Record<string, number>> = {};

/** A ticket as a row of the assessment, folded from its events. */
export class TicketRow implements FactRow {
  readonly source = 'tickets';
  readonly id: string;
  readonly #setting: RowSetting;
  readonly #life = new LifeTally();
  readonly #holders: string[] = [];
  #returnedBy: readonly string[] = NOBODY;
  #ticket: Draft | undefined;
  #handler: string | undefined;
  #supervisionPeak = 0;
  #qualityScore: number | undefined;
  #qualityFlags = 0;
  #isAssessed = true;
  /** By clock, how long it ran; only of the clocks whose time is counted. */
  #seconds: Readonly<Record<string, number>> = NO_TIMES;

  constructor(id: string, setting: RowSetting) {
    this.id = id;
    this.#setting = setting;
  }

  /** Events folded so far. */
  get version(): number {
    return this.#ticket?.version ?? 0;
  }

  /** Unless the demand was found unreasonable where the procedure takes such out of the assessment. */
  get isAssessed(): boolean {
    return this.#isAssessed;
  }

  /**
   * Folds the next event in.
   *
   * @throws RangeError where the first event is not `ticket.registered`, or the type is unknown
   */
  add(event: NewEvent): void {
    const leadBefore = this.#ticket?.lead ?? null;
    const ticket = evolveOwn(this.#ticket, event);
    // No figure looks at the citizen's words: of a month of tickets they would be most of what is kept.
    if (event.type === 'ticket.registered') Object.assign(ticket.call, { content: '' });
    this.#ticket = ticket;
    this.#life.note(event.type, event.at);
    this.#handler = ticket.handler ?? this.#handler;
    this.#supervisionPeak = Math.max(this.#supervisionPeak, ticket.supervision.level);
    if (event.type === 'quality.checked') this.#noteCheck(event.data);
    if (GIVEN.has(event.type)) noteOnce(this.#holders, ticket.lead);
    if (event.type === 'return.approved' && leadBefore !== null) {
      this.#returnedBy = [...new Set([...this.#returnedBy, leadBefore])];
    }
    if (event.type === 'demand.foundUnreasonable') {
      this.#isAssessed = event.data.effects?.includes('notAssessed') !== true;
    }
    if (event.type === 'clock.stopped') this.#timeClock(ticket.clocks[event.data.clock]);
  }

  instant(name: string): number | undefined {
    if (Object.hasOwn(EVENT_INSTANTS, name)) {
      return this.#life.instant(EVENT_INSTANTS[name as keyof typeof EVENT_INSTANTS]);
    }
    if (name === 'closedAt') return parsed(this.#ticket?.closedAt);
    const place = clockInstant(name);
    return place && parsed(this.#ticket?.clocks[place.clock]?.[place.which]);
  }

  /** Drawn anew each time it is asked: kept for every ticket, the facts would take more room than the log. */
  get facts(): Facts {
    return this.#draw(undefined);
  }

  factsFor({ clocks }: WantedFacts): Facts {
    return this.#draw(clocks);
  }

  #draw(clocks: ReadonlySet<string> | undefined): Facts {
    const ticket = this.#ticket;
    if (ticket === undefined) return {};
    const life = this.#life;
    const facts: Record<string, unknown> = drawFacts(ticket, this.#setting.pack, ticket.updatedAt, clocks);
    const [registered, dispatched] = [life.instant('ticket.registered'), life.instant('ticket.dispatched')];
    const signed = life.instant('ticket.signed');
    const handle = ticket.clocks.handle;
    // Rules may ask for the address; a figure that opens to its rows must not lead to anybody's door.
    facts.address = undefined;
    facts.isClosed = ticket.closedAt !== null;
    facts.isLate = handle !== undefined && (handle.late || handle.state === 'breached');
    facts.supervisionPeak = this.#supervisionPeak;
    facts.promiseForClass = ticket.promise?.forClass !== undefined;
    facts.qualityScore = this.#qualityScore;
    facts.qualityFlags = this.#qualityFlags;
    facts.callbackCount = ticket.callbacks;
    facts.handler = this.#handler;
    facts.theme = this.#setting.themeOf(ticket.call.matter);
    facts.holder = this.#holders;
    facts.returnedBy = this.#returnedBy;
    facts.dispatchSeconds = secondsBetween(registered, dispatched);
    facts.signSeconds = secondsBetween(dispatched, signed);
    facts.contactSeconds = secondsBetween(signed, life.instant('citizen.contacted'));
    facts.arriveSeconds = secondsBetween(signed, life.instant('site.arrived'));
    facts.handlingSeconds = secondsBetween(dispatched, life.instant('reply.approved'));
    facts.totalSeconds = secondsBetween(registered, this.instant('closedAt'));
    for (const clock in this.#seconds) facts[`clock.${clock}.seconds`] = this.#seconds[clock];
    life.tell(facts);
    return facts;
  }

  #noteCheck({ score, flags = [] }: NewEvent<'quality.checked'>['data']): void {
    this.#qualityScore = score ?? this.#qualityScore;
    this.#qualityFlags += flags.length;
  }

  #timeClock(clock: ClockRecord | undefined): void {
    const calendar = clock && this.#setting.timed.get(clock.id);
    if (clock === undefined || calendar === undefined || clock.stoppedAt === null) return;
    const { id, startedAt, stoppedAt, term, pausedTotal } = clock;
    // A clock that starts at another one's due instant may be stopped before it began.
    const own = stoppedAt < startedAt ? 0 : ownTimeBetween(startedAt, stoppedAt, term, calendar) - pausedTotal;
    this.#seconds = { ...this.#seconds, [id]: Math.floor(Math.max(0, own) / 1000) };
  }
}

/** An instant of a clock. */
interface ClockInstant {
  readonly clock: string;
  readonly which: 'dueAt' | 'startedAt' | 'stoppedAt';
}

const CLOCK_INSTANT = /^clock\.([A-Za-z][\w-]*)\.(dueAt|startedAt|stoppedAt)$/;

/** By name, as every row is asked for the same few. */
const clockInstants = new Map<string, ClockInstant | undefined>([['dueAt', { clock: 'handle', which: 'dueAt' }]]);

function clockInstant(name: string): ClockInstant | undefined {
  const known = clockInstants.get(name);
  if (known !== undefined || clockInstants.has(name)) return known;
  const [, clock, which] = CLOCK_INSTANT.exec(name) ?? [];
  const found = clock === undefined ? undefined : { clock, which: which as ClockInstant['which'] };
  clockInstants.set(name, found);
  return found;
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
