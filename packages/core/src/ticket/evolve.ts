import type { EventData, EventName, NewEvent } from './event.js';
import type { ClockRecord, IsoInstant, TicketRecord } from './ticket-record.js';

/** The next ticket while its event is being folded in; nobody else has seen it yet. */
type Draft = { -readonly [Field in keyof TicketRecord]: TicketRecord[Field] };

type Folds = { readonly [T in EventName]: (draft: Draft, data: EventData[T], at: IsoInstant) => void };

const folds: Omit<Folds, 'ticket.registered'> = {
  'ticket.dispatched': dispatchTo,
  'ticket.redispatched': (draft, data, at) => {
    dispatchTo(draft, data, at);
    startRound(draft);
  },
  'ticket.designated': (draft, data, at) => {
    dispatchTo(draft, data, at);
    draft.returnFrom = null;
  },
  'ticket.answeredOnline': unchanged,
  'ticket.refused': closeAt,
  'ticket.transferredToEmergency': closeAt,
  'ticket.withdrawn': closeAt,
  'assist.added': (draft, { assists }) => {
    draft.assists = [...new Set([...draft.assists, ...assists])];
  },
  'return.requested': (draft, { from }) => {
    draft.returnFrom = from;
  },
  'return.approved': (draft) => {
    draft.lead = null;
    draft.leadSince = null;
    draft.assists = [];
    draft.reason = null;
    draft.returnFrom = null;
    draft.counts = { ...draft.counts, returns: draft.counts.returns + 1 };
  },
  'return.rejected': (draft) => {
    draft.returnFrom = null;
  },
  'dispute.raised': unchanged,
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
  'ticket.suspended': (draft, { until }, at) => {
    draft.suspension = { since: at, until: until ?? null };
    draft.counts = { ...draft.counts, suspensions: draft.counts.suspensions + 1 };
  },
  'ticket.resumed': (draft) => {
    draft.suspension = null;
  },
  'ticket.reopened': (draft) => {
    draft.closedAt = null;
    draft.counts = { ...draft.counts, reopenings: draft.counts.reopenings + 1 };
    startRound(draft);
  },
  'ticket.archived': unchanged,
  'ticket.signed': unchanged,
  'ticket.accepted': (draft, { handler }) => {
    draft.handler = handler;
  },
  'citizen.contacted': (draft, { reached }, at) => {
    if (reached) draft.contactedAt = at;
  },
  'site.arrived': (draft, _data, at) => {
    draft.arrivedAt = at;
  },
  'progress.recorded': unchanged,
  'promise.made': (draft, { what, limits }, at) => {
    draft.promise = { what, madeAt: at, fulfilledAt: null };
    draft.limits = { ...draft.limits, ...limits };
  },
  'promise.fulfilled': (draft, _data, at) => {
    if (draft.promise !== null) draft.promise = { ...draft.promise, fulfilledAt: at };
  },
  'reply.submitted': (draft, { result, solved }, at) => {
    draft.reply = { result, solved, submittedAt: at, approvedAt: null };
  },
  'reply.approved': (draft, _data, at) => {
    if (draft.reply !== null) draft.reply = { ...draft.reply, approvedAt: at };
  },
  'reply.rejected': (draft) => {
    draft.reply = null;
  },
  'citizen.calledBack': (draft) => {
    draft.callbacks += 1;
  },
  'callback.waived': closeAt,
  'ticket.rated': (draft, rating) => {
    draft.rating = rating;
  },
  'ticket.closed': closeAt,
  'ticket.urged': (draft) => {
    draft.urges += 1;
  },
  'supervision.started': (draft, { level }, at) => {
    draft.supervision = { level, state: 'open', since: at };
  },
  'supervision.escalated': (draft, { level }) => {
    draft.supervision = { level, state: 'open', since: draft.supervision.since };
  },
  'supervision.reported': (draft) => {
    draft.supervision = { ...draft.supervision, state: 'reported' };
  },
  'supervision.concluded': (draft) => {
    draft.supervision = { ...draft.supervision, state: 'concluded' };
  },
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
      breachedAt: null,
      stoppedAt: null,
    });
  },
  'clock.paused': (draft, { clock }, at) => changeClock(draft, clock, { state: 'paused', pausedAt: at }),
  'clock.resumed': (draft, { clock, dueAt, pausedTotal, warnings }) => {
    const state = draft.clocks[clock]?.breachedAt === null ? 'running' : 'breached';
    changeClock(draft, clock, { state, pausedAt: null, pausedTotal, dueAt, warnings });
  },
  'clock.extended': (draft, { clock, dueAt, warnings }, at) => {
    const state = draft.clocks[clock]?.state;
    const runs = state === 'breached' && at <= dueAt ? ({ state: 'running', breachedAt: null } as const) : {};
    changeClock(draft, clock, { dueAt, warnings, ...runs });
  },
  'clock.warned': (draft, { clock, warning, outcomes }) => {
    const warnings = draft.clocks[clock]?.warnings ?? [];
    changeClock(draft, clock, { warnings: warnings.map((each) => (each.id === warning ? fired(each) : each)) });
    draft.escalated = [...draft.escalated, ...outcomes.map(({ rule }) => rule)];
  },
  'clock.breached': (draft, { clock, outcomes }, at) => {
    changeClock(draft, clock, { state: 'breached', breachedAt: at });
    draft.escalated = [...draft.escalated, ...outcomes.map(({ rule }) => rule)];
  },
  'clock.stopped': (draft, { clock, late }, at) =>
    changeClock(draft, clock, { state: 'met', late, stoppedAt: at, pausedAt: null }),
  'clock.cancelled': (draft, { clock }, at) => {
    // The end of a ticket does not undo that a clock had run out.
    const late = draft.clocks[clock]?.breachedAt !== null;
    changeClock(draft, clock, { state: 'cancelled', late, stoppedAt: at, pausedAt: null });
  },
};

/**
 * Folds one recorded fact into the ticket. It never asks a rule, a calendar or the chart again: the event says where
 * the ticket stands after it, so an old life replays the same under every later version.
 *
 * @param ticket undefined before the first event
 * @throws RangeError where the first event is not `ticket.registered`, or the type is unknown
 * @example
 * const ticket = events.reduce<TicketRecord | undefined>(evolve, undefined);
 */
export function evolve(ticket: TicketRecord | undefined, event: NewEvent): TicketRecord {
  if (event.type === 'ticket.registered') return registered(event);
  const fold = folds[event.type] as ((draft: Draft, data: unknown, at: IsoInstant) => void) | undefined;
  if (ticket === undefined || fold === undefined) {
    throw new RangeError(
      `"${event.type}" cannot follow ${ticket === undefined ? 'nothing' : `version ${ticket.version}`}`,
    );
  }
  const draft = copyOf(ticket);
  draft.version += 1;
  draft.state = event.state;
  draft.updatedAt = event.at;
  fold(draft, event.data, event.at);
  return draft;
}

function registered({ ticket, data, at, state }: NewEvent<'ticket.registered'>): TicketRecord {
  const { number, media: _media, ...call } = data;
  return {
    id: ticket,
    number,
    version: 1,
    state,
    round: 1,
    call,
    registeredAt: at,
    lead: null,
    assists: [],
    leadSince: null,
    reason: null,
    limits: {},
    handler: null,
    contactedAt: null,
    arrivedAt: null,
    returnFrom: null,
    extension: null,
    suspension: null,
    counts: { returns: 0, extensions: 0, suspensions: 0, reopenings: 0 },
    promise: null,
    reply: null,
    callbacks: 0,
    rating: null,
    urges: 0,
    supervision: { level: 0, state: 'none', since: null },
    clocks: {},
    escalated: [],
    closedAt: null,
    updatedAt: at,
  };
}

/** Field by field: V8 keeps one hidden class, several times as fast as a spread followed by writes. */
function copyOf(ticket: TicketRecord): Draft {
  return {
    id: ticket.id,
    number: ticket.number,
    version: ticket.version,
    state: ticket.state,
    round: ticket.round,
    call: ticket.call,
    registeredAt: ticket.registeredAt,
    lead: ticket.lead,
    assists: ticket.assists,
    leadSince: ticket.leadSince,
    reason: ticket.reason,
    limits: ticket.limits,
    handler: ticket.handler,
    contactedAt: ticket.contactedAt,
    arrivedAt: ticket.arrivedAt,
    returnFrom: ticket.returnFrom,
    extension: ticket.extension,
    suspension: ticket.suspension,
    counts: ticket.counts,
    promise: ticket.promise,
    reply: ticket.reply,
    callbacks: ticket.callbacks,
    rating: ticket.rating,
    urges: ticket.urges,
    supervision: ticket.supervision,
    clocks: ticket.clocks,
    escalated: ticket.escalated,
    closedAt: ticket.closedAt,
    updatedAt: ticket.updatedAt,
  };
}

function unchanged(): void {}

function closeAt(draft: Draft, _data: unknown, at: IsoInstant): void {
  draft.closedAt = at;
}

/** A new round begins with a clean sheet; its promises and counts stay. */
function startRound(draft: Draft): void {
  draft.round += 1;
  draft.handler = null;
  draft.contactedAt = null;
  draft.arrivedAt = null;
  draft.extension = null;
  draft.suspension = null;
  draft.reply = null;
  draft.rating = null;
  draft.callbacks = 0;
  draft.escalated = [];
}

function dispatchTo(draft: Draft, data: EventData['ticket.dispatched'], at: IsoInstant): void {
  const { lead, assists, limits, via, rule, line, article } = data;
  draft.lead = lead;
  draft.assists = assists;
  draft.leadSince = at;
  draft.reason = { via, rule, line, article };
  draft.limits = limits;
}

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
