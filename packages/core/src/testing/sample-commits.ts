import type { StoredTicket, TicketCommit } from '../storage/store.js';
import type { NewEvent, TicketEvent } from '../ticket/event.js';
import { evolve } from '../ticket/evolve.js';
import type { TicketRecord } from '../ticket/ticket-record.js';

const at = '2023-07-10T01:02:00.000Z';

type Deadlines = TicketCommit['deadlines'];

/** What a sample call has of its own. */
export interface SampleCall {
  readonly content?: string;
  readonly matter?: string;
  readonly applicant?: string;
  readonly registeredAt?: string;
}

/** A ticket `id` is registered. */
export function registration(id: string, deadlines: Deadlines = new Map(), call: SampleCall = {}): TicketCommit {
  const event: NewEvent = {
    ticket: id,
    type: 'ticket.registered',
    at: call.registeredAt ?? at,
    state: 'received',
    data: {
      number: `N-${id}`,
      channel: 'phone',
      type: 'help',
      matter: call.matter ?? null,
      content: call.content ?? '路灯不亮 💡 "quoted" \\ line\nbreak \u0000 and NUL, half a pair \ud83d',
      place: { district: '东坑' },
      urgent: false,
      confidential: false,
      anonymous: true,
      line: null,
      reference: null,
      applicant: call.applicant ?? null,
      media: [],
    },
  };
  return commitOf(undefined, [event], `cmd-${id}`, deadlines);
}

/** The registered ticket `id` is dispatched to a unit. */
export function dispatch(
  id: string,
  command: string,
  {
    lead = 'u1',
    assists = [] as readonly string[],
    deadlines = new Map() as Deadlines,
    before = registration(id),
  } = {},
): TicketCommit {
  const reason = { via: 'person', rule: null, line: null, article: null } as const;
  const data = { lead, assists, limits: {}, ...reason };
  const event: NewEvent = { ticket: id, type: 'ticket.dispatched', at, state: 'dispatched', data };
  return commitOf(before.stored, [event], command, deadlines);
}

/** A ticket gets a clock that is due at an instant. */
export function clockStarted(before: TicketCommit, dueAt: string): TicketCommit {
  const { record } = before.stored;
  const event: NewEvent = {
    ticket: record.id,
    type: 'clock.started',
    at,
    state: record.state,
    data: {
      clock: 'handle',
      generation: 1,
      term: { kind: 'elapsed', amount: 1, unit: 'hour' },
      startedAt: at,
      dueAt,
      certainty: 'official',
      warnings: [],
      calendar: 'always@0',
    },
  };
  return commitOf(before.stored, [event], `clock-${record.id}`, new Map([['handle', Date.parse(dueAt)]]));
}

function commitOf(
  before: StoredTicket | undefined,
  events: readonly NewEvent[],
  command: string,
  deadlines: Deadlines,
): TicketCommit {
  const record = events.reduce<TicketRecord | undefined>(evolve, before?.record) as TicketRecord;
  const first = (before?.record.version ?? 0) + 1;
  const log = events.map((event, index) => ({
    ...event,
    version: first + index,
    v: 1,
    recordedAt: at,
    actor: { id: 'a1', role: 'agent' },
    command,
    machine: '1',
    rules: 'sample@1#0',
    calendar: 'always@1#0',
    prevHash: 'a'.repeat(64),
    hash: 'b'.repeat(64),
  })) as TicketEvent[];
  return {
    ticket: record.id,
    expectedVersion: first - 1,
    expectedHead: before?.head ?? '0'.repeat(64),
    ...(before === undefined ? {} : { before: before.record }),
    stored: { record, head: 'b'.repeat(64) },
    events: log,
    commands: [{ id: command, bodyHash: 'c'.repeat(64), firstVersion: first, lastVersion: record.version }],
    deadlines,
    outbox: [],
  };
}
