import {
  type ChartCommand,
  type ChartState,
  evolve,
  memoryStore,
  type NewEvent,
  nextState,
  type TicketRecord,
  ticketMachine,
} from '@hotline-kit/core';
import { transition } from 'xstate';
import { type Measured, measure, mustAgree, timesAsLong } from './measure.js';
import { type Goal, report } from './report.js';
import { deskWithTickets, ticketCount } from './tag-commands.js';

const life: readonly ChartCommand[] = [
  'register',
  'dispatch',
  'sign',
  'contactCitizen',
  'accept',
  'arriveOnSite',
  'urge',
  'submitReply',
  'rejectReply',
  'submitReply',
  'approveReply',
  'callBack',
  'rate',
  'redispatch',
  'sign',
  'accept',
  'submitReply',
  'approveReply',
  'rate',
  'close',
];
const lives = 500;
const guards = { replyNeedsApproval: true } as const;

const byTable = () => {
  let state: ChartState = 'draft';
  for (let n = 0; n < lives; n += 1) {
    state = 'draft';
    for (const command of life) state = nextState(state, command, (guard) => guard === 'replyNeedsApproval') ?? state;
  }
  return state;
};

const byMachine = () => {
  let value: unknown;
  for (let n = 0; n < lives / 50; n += 1) {
    let snapshot = ticketMachine.resolveState({ value: 'draft' });
    for (const type of life) [snapshot] = transition(ticketMachine, snapshot, { type, guards });
    value = snapshot.value;
  }
  return value;
};

/** The same life as events, and a reducer written by hand for this one life. */
function eventsOfLife(): NewEvent[] {
  const at = '2023-07-10T01:02:00.000Z';
  const reason = { via: 'list', rule: null, line: 12, article: '第十二条' } as const;
  const call = {
    channel: 'phone',
    type: 'help',
    matter: 'm1',
    content: '路灯不亮',
    place: { district: 'd1' },
  } as const;
  const flags = { urgent: true, confidential: false, anonymous: false, line: null, reference: null, applicant: null };
  const e = (type: string, state: ChartState, data: unknown) => ({ ticket: 't1', type, at, state, data }) as NewEvent;
  return [
    e('ticket.registered', 'received', { number: 'N-1', ...call, ...flags, media: [] }),
    e('ticket.dispatched', 'dispatched', { lead: 'u1', assists: ['u2'], limits: {}, ...reason }),
    e('ticket.signed', 'signed', {}),
    e('citizen.contacted', 'signed', { method: 'phone', reached: true }),
    e('ticket.accepted', 'handling', { handler: 'w1' }),
    e('site.arrived', 'handling', {}),
    e('ticket.urged', 'handling', { reason: 'late' }),
    e('reply.submitted', 'pendingApproval', { result: '已修复', solved: 'yes' }),
    e('reply.approved', 'replied', {}),
    e('citizen.calledBack', 'replied', { method: 'phone', reached: true }),
    e('ticket.rated', 'calledBack', { solved: 'yes', satisfaction: 5, contacted: true }),
    e('ticket.closed', 'closed', {}),
  ];
}

type Plain = {
  version: number;
  state: string;
  lead: string | null;
  updatedAt: string;
  urges: number;
  closedAt: string | null;
};

function byHand(ticket: Plain | undefined, event: NewEvent): Plain {
  const base = ticket ?? { version: 0, state: '', lead: null, updatedAt: '', urges: 0, closedAt: null };
  const next = { ...base, version: base.version + 1, state: event.state, updatedAt: event.at };
  switch (event.type) {
    case 'ticket.dispatched':
      return { ...next, lead: event.data.lead };
    case 'ticket.urged':
      return { ...next, urges: next.urges + 1 };
    case 'ticket.closed':
      return { ...next, closedAt: event.at };
    default:
      return next;
  }
}

export async function benchMachine(): Promise<void> {
  await benchList();
  mustAgree('the end of the life', byTable(), byMachine());
  const steps = await measure([
    { name: 'our table', operations: lives * life.length * 20, run: () => repeat(20, byTable) },
    { name: 'XState transition()', operations: (lives / 50) * life.length, run: byMachine },
  ]);
  report('One step of the life', steps, [], 'CPU', [millionsASecond('steps of the table', steps[0], 5)]);

  const events = eventsOfLife();
  const fold = () => events.reduce<TicketRecord | undefined>(evolve, undefined);
  const hand = () => events.reduce<Plain | undefined>(byHand, undefined);
  mustAgree('the state after a replay', fold()?.state, hand()?.state);
  mustAgree('the version after a replay', fold()?.version, hand()?.version);
  const texts = events.map((event) => JSON.stringify(event));
  const fromText = () => texts.reduce<TicketRecord | undefined>((t, text) => evolve(t, JSON.parse(text)), undefined);
  const times = 20_000;
  const replays = await measure([
    { name: 'our evolve', operations: times * events.length, run: () => repeat(times, fold) },
    { name: 'a reducer by hand (6 fields)', operations: times * events.length, run: () => repeat(times, hand) },
    { name: 'our evolve, from JSON text', operations: times * events.length, run: () => repeat(times, fromText) },
  ]);
  const [own, byHandOnly, read] = replays;
  report('Replay, one event', replays, [], 'CPU', [
    millionsASecond('events replayed', own, 3),
    { what: 'times as long as a reducer by hand', measured: timesAsLong(own, byHandOnly), unit: '×', goal: 2 },
    millionsASecond('events replayed from JSON text', read, 0.5),
  ]);
}

function millionsASecond(what: string, measured: Measured | undefined, goal: number): Goal {
  const millions = 1 / (measured?.microseconds ?? Number.NaN);
  return { what, measured: millions, unit: 'M/s', goal, atLeast: true };
}

/** A list of tickets as a screen asks for it: of each, every command with its verdict. */
async function benchList(): Promise<void> {
  const desk = await deskWithTickets(memoryStore());
  const tickets = await desk.find({ limit: ticketCount });
  mustAgree('tickets of the list', tickets.length, ticketCount);
  const by = { id: 'dispatcher-2', role: 'dispatcher' } as const;
  const first = tickets[0]?.can(by).filter(({ ok }) => ok).length ?? 0;
  const run = () => tickets.map((ticket) => ticket.can(by).filter(({ ok }) => ok).length);
  mustAgree('commands that each ticket admits', run(), new Array(ticketCount).fill(first));
  const measured = await measure([
    { name: 'ticket.can(by)', operations: ticketCount * 20, run: () => repeat(20, run) },
  ]);
  const [each = Number.NaN] = measured.map(({ microseconds }) => microseconds);
  report('What may be done with a ticket, of 50 in a list', measured, [], 'CPU', [
    { what: 'a ticket', measured: each, unit: 'µs', goal: 1000 },
  ]);
}

function repeat(times: number, act: () => unknown): unknown {
  let last: unknown;
  for (let n = 0; n < times; n += 1) last = act();
  return last;
}
