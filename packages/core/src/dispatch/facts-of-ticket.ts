import type { CityPack, TicketFacts } from '@hotline-kit/rules';
import type { ClockRecord } from '../clocks/clock-record.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { packClockOf } from '../tracks/promise/promise-clock.js';
import { supervisionLevel } from '../tracks/supervision/supervision-state.js';

/**
 * What rules may look at: the flat, documented facts of `rules` drawn from a ticket. What is not known is undefined, so
 * that a rule's own default counts. The caller's identity is never a fact.
 *
 * @param at the instant at which a rule asks; `handlingHours` and `overdueMinutes` count up to it
 * @returns the same object as long as the same is asked
 */
export function factsOfTicket(ticket: TicketRecord, pack: CityPack, at: IsoInstant): Readonly<TicketFacts> {
  if (last?.ticket !== ticket || last.pack !== pack || last.at !== at) {
    last = { ticket, pack, at, facts: drawFacts(ticket, pack, at) };
  }
  return last.facts;
}

/** One version of a ticket is asked several times in a row: by each clock that may start, each clause, each rule. */
let last:
  | {
      readonly ticket: TicketRecord;
      readonly pack: CityPack;
      readonly at: IsoInstant;
      readonly facts: Readonly<TicketFacts>;
    }
  | undefined;

/**
 * The same as an object of the caller's own.
 *
 * @param clocks the ids of the clocks whose facts are drawn; all unless given
 */
export function drawFacts(
  ticket: TicketRecord,
  pack: CityPack,
  at: IsoInstant,
  clocks?: ReadonlySet<string>,
): TicketFacts {
  const { call, rating, lead } = ticket;
  const facts: TicketFacts = {
    matter: call.matter ?? undefined,
    district: call.place.district,
    street: call.place.street,
    address: call.place.address,
    channel: call.channel,
    type: call.type,
    line: call.line ?? undefined,
    urgent: call.urgent,
    confidential: call.confidential,
    anonymous: call.anonymous,
    leaderAssigned: ticket.leaderAssigned,
    replyWanted: call.replyWanted,
    tags: ticket.tags,
    class: call.matter === null ? undefined : pack.matters.get(call.matter)?.class,
    callbackCount: ticket.callbacks,
    assistCount: ticket.assists.length,
    replyKind: ticket.reply?.kind ?? undefined,
    applicantCount: Math.max(1, call.applicants.length),
    repeatCount: call.repeats.length + ticket.absorbed.length + ticket.enquiries.repeats,
    unreasonable: ticket.unreasonable !== null,
    enterprise: call.channel === 'enterpriseLine',
    state: ticket.state,
    round: ticket.round,
    returnCount: ticket.counts.returns,
    extensionCount: ticket.counts.extensions,
    suspensionCount: ticket.counts.suspensions,
    reopenCount: ticket.counts.reopenings,
    urgeCount: ticket.urges,
    supervisionLevel: supervisionLevel(ticket),
    lead: lead ?? undefined,
    leadKind: lead === null ? undefined : pack.units.get(lead)?.kind,
    solved: rating?.solved,
    satisfaction: rating?.satisfaction,
    contacted: rating?.contacted,
    handlingHours: ticket.leadSince === null ? undefined : hoursBetween(ticket.leadSince, at),
  };
  const all: Record<string, unknown> = facts;
  for (const name in call.facts) if (!(name in all)) all[name] = call.facts[name];
  for (const id in ticket.tally) all[`count.${id}`] = ticket.tally[id];
  for (const id in ticket.clocks) {
    const clock = ticket.clocks[id];
    if (clock === undefined) continue;
    const names = namesOf(id);
    if (clocks === undefined || clocks.has(id)) addClock(all, names, clock, at);
    // Several promises: rules ask for the clock of the pack, and that is the one that is worst off.
    const { shared } = names;
    if (shared === id) continue;
    const first = ticket.clocks[shared];
    if (first === undefined || rank(clock) > rank(first)) addClock(all, namesOf(shared), clock, at);
  }
  return facts;
}

/** How badly off a clock is: overdue, then running, then standing, then over. */
function rank({ state }: ClockRecord): number {
  return ['cancelled', 'met', 'paused', 'running', 'breached'].indexOf(state);
}

function addClock(facts: Record<string, unknown>, names: ClockFactNames, clock: ClockRecord, at: IsoInstant): void {
  const { state, late, dueAt, stoppedAt } = clock;
  const until = stoppedAt ?? at;
  const overdue = state !== 'cancelled' && until > dueAt ? Date.parse(until) - Date.parse(dueAt) : 0;
  facts[names.state] = state;
  facts[names.late] = late || state === 'breached';
  facts[names.overdueMinutes] = Math.floor(overdue / 60_000);
  facts[names.warning] = clock.warnings.length === 0 ? undefined : lastFired(clock);
}

function lastFired({ warnings }: ClockRecord): string | undefined {
  return warnings.filter(({ fired }) => fired).at(-1)?.id;
}

/** What the facts of a clock are called, and the clock of the pack that stands behind it. */
type ClockFactNames = Readonly<Record<'state' | 'late' | 'overdueMinutes' | 'warning' | 'shared', string>>;

/** Clocks are those of packs and their units, so there are few: their facts are named once, not with each question. */
const named = new Map<string, ClockFactNames>();

function namesOf(clock: string): ClockFactNames {
  let names = named.get(clock);
  if (names === undefined) {
    const of = (fact: string) => `clock.${clock}.${fact}`;
    names = {
      state: of('state'),
      late: of('late'),
      overdueMinutes: of('overdueMinutes'),
      warning: of('warning'),
      shared: packClockOf(clock),
    };
    named.set(clock, names);
  }
  return names;
}

function hoursBetween(from: IsoInstant, to: IsoInstant): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000;
}
