import type { Caller } from '../intake/call.js';
import type { TicketEvent } from '../ticket/event.js';
import type {
  CommandRow,
  CommitOutcome,
  LoadedTicket,
  StoredTicket,
  TicketCommit,
  TicketStore,
  WantedTicket,
} from './store.js';
import { compareRows, fits, isAfter } from './ticket-filter.js';
import type { TicketQuery } from './ticket-query.js';
import { rowOf } from './ticket-row.js';

/** One ticket with all its rows. */
interface Rows {
  stored: StoredTicket;
  readonly events: TicketEvent[];
  readonly commands: Map<string, CommandRow>;
  readonly deadlines: Map<string, number>;
  /** Versions that wait, each with the end of its lease in epoch milliseconds. */
  readonly outbox: Map<number, number>;
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

  const loaded = ({ ticket, command, known }: WantedTicket): LoadedTicket => {
    const rows = tickets.get(ticket);
    if (rows === undefined) return {};
    const { stored } = rows;
    const row = command === undefined ? undefined : rows.commands.get(command);
    const found = stored.head === known ? ({ unchanged: true } as const) : { stored };
    return row === undefined ? found : { ...found, command: row };
  };

  const earliest = (rows: Rows) => Math.min(...rows.deadlines.values());

  return {
    async open() {},

    async load(ticket, command, known) {
      return loaded({ ticket, command, known });
    },

    async loadMany(wanted) {
      return wanted.map(loaded);
    },

    async events(ticket, through = Number.POSITIVE_INFINITY) {
      return tickets.get(ticket)?.events.filter(({ version }) => version <= through) ?? [];
    },

    async commit(commits): Promise<CommitOutcome> {
      for (const { ticket, expectedVersion, expectedHead, commands } of commits) {
        const rows = tickets.get(ticket);
        const current = rows?.stored.record.version ?? 0;
        const changed = current !== expectedVersion || (rows !== undefined && rows.stored.head !== expectedHead);
        const repeated = commands.some(({ id }) => rows?.commands.has(id));
        if (changed || repeated) return { ok: false, conflict: ticket };
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

    async claimOutbox(at, limit, leaseUntil) {
      const claimed: TicketEvent[] = [];
      for (const { events, outbox } of tickets.values()) {
        for (const [version, leased] of outbox) {
          const event = events[version - 1];
          if (claimed.length === limit) return claimed;
          if (leased > at || event === undefined) break;
          outbox.set(version, leaseUntil);
          claimed.push(event);
        }
      }
      return claimed;
    },

    async settle(delivered) {
      for (const { ticket, version } of delivered) tickets.get(ticket)?.outbox.delete(version);
    },

    async release(undelivered) {
      for (const { ticket, version } of undelivered) {
        const outbox = tickets.get(ticket)?.outbox;
        if (outbox?.has(version)) outbox.set(version, 0);
      }
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
        outbox: new Map(),
        caller,
        leaseUntil: Number.NEGATIVE_INFINITY,
      };
      tickets.set(ticket, rows);
    }
    rows.stored = stored;
    rows.leaseUntil = Number.NEGATIVE_INFINITY;
    rows.events.push(...events);
    for (const row of commands) rows.commands.set(row.id, row);
    for (const version of outbox) rows.outbox.set(version, 0);
    for (const [clock, dueAt] of deadlines) {
      if (dueAt === null) rows.deadlines.delete(clock);
      else rows.deadlines.set(clock, dueAt);
    }
  }
}
