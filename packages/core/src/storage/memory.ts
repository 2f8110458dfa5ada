import type { Caller } from '../intake/call.js';
import type { TicketEvent } from '../ticket/event.js';
import type { CommandRow, CommitOutcome, StoredTicket, TicketCommit, TicketStore } from './store.js';
import { compareRows, fits, isAfter } from './ticket-filter.js';
import type { TicketQuery } from './ticket-query.js';
import { rowOf } from './ticket-row.js';

/** One ticket with all its rows. */
interface Rows {
  stored: StoredTicket;
  readonly events: TicketEvent[];
  readonly commands: Map<string, CommandRow>;
  readonly deadlines: Map<string, number>;
  readonly outbox: Set<number>;
  caller: Caller | undefined;
  leaseUntil: number;
}

/**
 * Tickets in this process's memory, gone with it: for tests, simulations and the first five minutes.
 * @example
 * const desk = await openDesk({ pack, store: memoryStore() });
 */
export function memoryStore(): TicketStore {
  const tickets = new Map<string, Rows>();
  const numbers = new Map<string, number>();

  const earliest = (rows: Rows) => Math.min(...rows.deadlines.values());

  return {
    async open() {},

    async load(ticket, command) {
      const rows = tickets.get(ticket);
      if (rows === undefined) return {};
      const row = command === undefined ? undefined : rows.commands.get(command);
      return row === undefined ? { stored: rows.stored } : { stored: rows.stored, command: row };
    },

    async events(ticket, through = Number.POSITIVE_INFINITY) {
      return tickets.get(ticket)?.events.filter(({ version }) => version <= through) ?? [];
    },

    async commit(commits): Promise<CommitOutcome> {
      for (const { ticket, expectedVersion, commands } of commits) {
        const rows = tickets.get(ticket);
        const current = rows?.stored.record.version ?? 0;
        const repeated = commands.some(({ id }) => rows?.commands.has(id));
        if (current !== expectedVersion || repeated) return { ok: false, conflict: ticket };
      }
      for (const commit of commits) write(commit);
      return { ok: true };
    },

    async reserveNumbers(scope, count) {
      const first = numbers.get(scope) ?? 1;
      numbers.set(scope, first + count);
      return first;
    },

    async claimDue(at, limit, leaseUntil) {
      const due = [...tickets].filter(([, rows]) => earliest(rows) <= at && rows.leaseUntil <= at);
      due.sort(([, a], [, b]) => earliest(a) - earliest(b));
      return due.slice(0, limit).map(([ticket, rows]) => {
        rows.leaseUntil = leaseUntil;
        return ticket;
      });
    },

    async nextDueAt() {
      let next = Number.POSITIVE_INFINITY;
      for (const rows of tickets.values()) next = Math.min(next, earliest(rows));
      return Number.isFinite(next) ? next : undefined;
    },

    async outbox(limit) {
      const waiting: TicketEvent[] = [];
      for (const { events, outbox } of tickets.values()) {
        for (const version of outbox) {
          const event = events[version - 1];
          if (event !== undefined) waiting.push(event);
          if (waiting.length === limit) return waiting;
        }
      }
      return waiting;
    },

    async settle(delivered) {
      for (const { ticket, version } of delivered) tickets.get(ticket)?.outbox.delete(version);
    },

    async find(query: TicketQuery) {
      return [...tickets.values()]
        .map(({ stored }) => ({ stored, row: rowOf(stored.record) }))
        .filter(({ row }) => fits(row, query) && isAfter(row, query))
        .sort((a, b) => compareRows(a.row, b.row, query))
        .slice(0, query.limit ?? 50)
        .map(({ stored }) => stored);
    },

    async caller(ticket) {
      return tickets.get(ticket)?.caller;
    },

    async eraseCaller(ticket) {
      const rows = tickets.get(ticket);
      if (rows?.caller === undefined) return false;
      rows.caller = undefined;
      return true;
    },

    async close() {},
  };

  function write({ ticket, stored, events, commands, deadlines, outbox, caller }: TicketCommit): void {
    let rows = tickets.get(ticket);
    if (rows === undefined) {
      rows = {
        stored,
        events: [],
        commands: new Map(),
        deadlines: new Map(),
        outbox: new Set(),
        caller,
        leaseUntil: Number.NEGATIVE_INFINITY,
      };
      tickets.set(ticket, rows);
    }
    rows.stored = stored;
    rows.leaseUntil = Number.NEGATIVE_INFINITY;
    rows.events.push(...events);
    for (const row of commands) rows.commands.set(row.id, row);
    for (const version of outbox) rows.outbox.add(version);
    for (const [clock, dueAt] of deadlines) {
      if (dueAt === null) rows.deadlines.delete(clock);
      else rows.deadlines.set(clock, dueAt);
    }
  }
}
