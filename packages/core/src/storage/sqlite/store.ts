import type { TicketEvent } from '../../ticket/event.js';
import { type EventRow, eventOf } from '../event-row.js';
import { snapshotOf } from '../snapshot-text.js';
import type { EventKey, LoadedTicket, StoredTicket, TicketStore, WantedTicket } from '../store.js';
import { filterClause } from '../ticket-filter.js';
import { type Connection, connect, type SqliteConnectionOptions } from './connection.js';
import { openSqlite, type SqliteDriver, type SqliteStatement, type SqliteValue, unavailable } from './driver.js';
import { sqliteFilter } from './filter.js';
import { bytesOf, hexOf } from './hex.js';
import { changed, writeCommit } from './write-commit.js';

/** Where the tickets are, and how safe a commit is. */
export type SqliteStoreOptions = (
  | {
      /** Path of the database file; it is made where it is missing. `:memory:` keeps it in memory. */ readonly file: string;
    }
  | { /** A connection of the host's own; the store does not close it. */ readonly database: SqliteDriver }
) &
  SqliteConnectionOptions;

/**
 * Tickets in one SQLite file, for one machine with one or several processes.
 * @throws HotlineError `storeUnavailable` or `sqliteMissing`, when the desk opens it
 * @example
 * const desk = await openDesk({ pack, store: sqliteStore({ file: 'hotline.db' }) });
 */
export function sqliteStore(options: SqliteStoreOptions): TicketStore {
  let connection: Connection | undefined;
  const where = 'file' in options ? options.file : 'database';
  const open = () => {
    if (connection === undefined) throw unavailable(where, 'the store is not open');
    return connection;
  };

  /** Runs a statement for each event, in one transaction. */
  const forEach = (name: 'settle' | 'release', keys: readonly EventKey[]) =>
    open().transaction((statements) => {
      for (const { ticket, version } of keys) statements[name].run(ticket, version);
      return true;
    });

  return {
    async open() {
      if (connection !== undefined) return;
      const database = 'file' in options ? await openSqlite(options.file) : options.database;
      try {
        connection = connect(database, where, options);
      } catch (error) {
        if ('file' in options) database.close();
        throw error;
      }
    },

    async load(ticket, command, known) {
      return loadedBy(open().statements.load, { ticket, command, known });
    },

    async loadMany(wanted) {
      const { load } = open().statements;
      return wanted.map((each) => loadedBy(load, each));
    },

    async events(ticket, through = Number.MAX_SAFE_INTEGER) {
      return eventsOf(open().statements.events.all(ticket, through));
    },

    async commit(commits) {
      let conflict: string | undefined;
      open().transaction((statements) => {
        conflict = commits.find((commit) => !writeCommit(statements, commit))?.ticket;
        return conflict === undefined;
      });
      return conflict === undefined ? { ok: true } : { ok: false, conflict };
    },

    async reserveNumbers(scope, count) {
      const { next } = open().statements.reserve.all(scope, count + 1, count)[0] as { next: number | bigint };
      return Number(next) - count;
    },

    async claimDue(at, limit, leaseUntil) {
      const rows = open().statements.claim.all(leaseUntil, at, at, limit) as { ticket: string }[];
      return [...new Set(rows.map(({ ticket }) => ticket))];
    },

    async nextDueAt() {
      const row = open().statements.nextDue.get() as { due_at: number | bigint } | undefined;
      return row === undefined ? undefined : Number(row.due_at);
    },

    async claimOutbox(at, limit, leaseUntil) {
      const { statements } = open();
      const keys = statements.claimOutbox.all(leaseUntil, at, limit) as { ticket: string; version: number | bigint }[];
      keys.sort((a, b) =>
        a.ticket === b.ticket ? Number(a.version) - Number(b.version) : a.ticket < b.ticket ? -1 : 1,
      );
      return eventsOf(keys.map(({ ticket, version }) => statements.event.get(ticket, version)));
    },

    async settle(delivered) {
      forEach('settle', delivered);
    },

    async release(undelivered) {
      forEach('release', undelivered);
    },

    async find(query) {
      const values: SqliteValue[] = [];
      const put = (value: string | number | readonly string[]) => {
        values.push(typeof value === 'object' ? JSON.stringify(value) : value);
        return '?';
      };
      const text = `select record, head from ticket${filterClause(query, sqliteFilter, put)}`;
      return (
        open()
          .listing(text)
          .all(...values) as StoredRow[]
      ).map(storedOf);
    },

    async caller(ticket) {
      const row = open().statements.caller.get(ticket) as { identity: string } | undefined;
      return row === undefined ? undefined : JSON.parse(row.identity);
    },

    async eraseCaller(ticket) {
      const { erase, statements } = open();
      return erase(() => changed(statements.eraseCaller.run(ticket)));
    },

    async close() {
      if (connection !== undefined && 'file' in options) connection.database.close();
      connection = undefined;
    },
  };
}

function eventsOf(rows: readonly unknown[]): TicketEvent[] {
  return (rows as readonly EventRow<Uint8Array>[]).map((row) => eventOf(row, hexOf));
}

interface StoredRow {
  readonly record: string;
  readonly head: Uint8Array;
}

interface LoadedRow {
  readonly record: string | null;
  readonly head: Uint8Array;
  readonly command: string | null;
  readonly body_hash: Uint8Array;
  readonly first_version: number | bigint;
  readonly last_version: number | bigint;
}

function loadedBy(statement: SqliteStatement, { ticket, command, known }: WantedTicket): LoadedTicket {
  const row = statement.get(bytesOf(known ?? ''), command ?? '', ticket) as LoadedRow | undefined;
  if (row === undefined) return {};
  const found = row.record === null ? ({ unchanged: true } as const) : { stored: storedOf(row as StoredRow) };
  if (row.command === null) return found;
  const { command: id, body_hash, first_version, last_version } = row;
  const versions = { firstVersion: Number(first_version), lastVersion: Number(last_version) };
  return { ...found, command: { id, bodyHash: hexOf(body_hash), ...versions } };
}

function storedOf({ record, head }: StoredRow): StoredTicket {
  return { record: snapshotOf(record), head: hexOf(head) };
}
