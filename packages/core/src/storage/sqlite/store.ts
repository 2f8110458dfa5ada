import { HotlineError } from '../../errors.js';
import type { MigrationMode } from '../migration.js';
import type { StoredTicket, TicketCommit, TicketStore } from '../store.js';
import { filterClause } from '../ticket-filter.js';
import { rowOf } from '../ticket-row.js';
import { bringUpToDate } from './bring-up-to-date.js';
import { openSqlite, type SqliteDriver, type SqliteStatement, type SqliteValue, unavailable } from './driver.js';
import { type EventRow, eventOf, insertEvent, valuesOf } from './event-rows.js';
import { sqliteFilter } from './filter.js';
import { bytesOf, hexOf } from './hex.js';
import { warnOfOldSqlite } from './old-sqlite.js';

/** Where the tickets are, and how safe a commit is. */
export type SqliteStoreOptions = (
  | {
      /** Path of the database file; it is made where it is missing. `:memory:` keeps it in memory. */ readonly file: string;
    }
  | { /** A connection of the host's own; the store does not close it. */ readonly database: SqliteDriver }
) & {
  /**
   * `full` (default): a commit survives a power cut. `normal`: the last commits may be lost then, never half-written.
   */
  readonly durability?: 'full' | 'normal';
  /** `apply` (default) brings the tables up to date; `check` throws where they are not. */
  readonly migrate?: MigrationMode;
};

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

    async load(ticket, command) {
      const { statements } = open();
      const row = statements.load.get(ticket) as StoredRow | undefined;
      if (row === undefined) return {};
      const stored = storedOf(row);
      const done = command === undefined ? undefined : (statements.command.get(ticket, command) as CommandRowText);
      if (done === undefined) return { stored };
      const { id, body_hash, first_version, last_version } = done;
      const bodyHash = hexOf(body_hash);
      return {
        stored,
        command: { id, bodyHash, firstVersion: Number(first_version), lastVersion: Number(last_version) },
      };
    },

    async events(ticket, through = Number.MAX_SAFE_INTEGER) {
      return (open().statements.events.all(ticket, through) as EventRow[]).map(eventOf);
    },

    async commit(commits) {
      const { transaction, statements } = open();
      let conflict: string | undefined;
      transaction(() => {
        conflict = commits.find((commit) => !write(statements, commit))?.ticket;
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

    async outbox(limit) {
      return (open().statements.outbox.all(limit) as EventRow[]).map(eventOf);
    },

    async settle(delivered) {
      const { transaction, statements } = open();
      transaction(() => {
        for (const { ticket, version } of delivered) statements.settle.run(ticket, version);
        return true;
      });
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
      return changed(open().statements.eraseCaller.run(ticket));
    },

    async close() {
      if (connection !== undefined && 'file' in options) connection.database.close();
      connection = undefined;
    },
  };
}

/** A connection with its statements, prepared once and kept. */
interface Connection {
  readonly database: SqliteDriver;
  readonly statements: Statements;
  /** A statement that lists tickets, prepared at its first use and kept: there are few, one for each kind of queue. */
  listing(text: string): SqliteStatement;
  /** Runs in one transaction; rolls back on false or a throw. */
  transaction(act: () => boolean): void;
}

type Statements = { readonly [Name in keyof typeof sql]: SqliteStatement };

const sql = {
  load: 'select record, head from ticket where id = ?',
  command: 'select id, body_hash, first_version, last_version from command where ticket = ? and id = ?',
  events: 'select * from event where ticket = ? and version <= ? order by version',
  insertTicket: `insert into ticket (version, state, lead, assists, handler, applicant, matter, supervision, due_at,
    registered_at, search, head, record, number, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
  updateTicket: `update ticket set version = ?, state = ?, lead = ?, assists = ?, handler = ?, applicant = ?, matter = ?,
    supervision = ?, due_at = ?, registered_at = ?, search = ?, head = ?, record = ?, number = ? where id = ? and version = ?`,
  /** Leaves the columns of the indexes alone, for SQLite writes an index anew whose column is set, even to the same. */
  updateInPlace: `update ticket set version = ?, assists = ?, matter = ?, supervision = ?, search = ?, head = ?, record = ?
    where id = ? and version = ? and state = ? and lead is ? and handler is ? and applicant is ? and due_at = ?
    and registered_at = ? and number = ?`,
  insertEvent,
  insertCommand: `insert into command (ticket, id, body_hash, first_version, last_version) values (?, ?, ?, ?, ?)
    on conflict do nothing`,
  setDeadline: `insert into deadline (ticket, clock, due_at, lease_until) values (?, ?, ?, 0)
    on conflict (ticket, clock) do update set due_at = excluded.due_at, lease_until = 0`,
  clearDeadline: 'delete from deadline where ticket = ? and clock = ?',
  insertOutbox: 'insert into outbox (ticket, version) values (?, ?)',
  insertCaller: 'insert into caller (ticket, identity) values (?, ?)',
  reserve: `insert into number_block (scope, next) values (?, ?)
    on conflict (scope) do update set next = next + ? returning next`,
  claim: `update deadline set lease_until = ? where (ticket, clock) in
    (select ticket, clock from deadline where due_at <= ? and lease_until <= ? order by due_at limit ?) returning ticket`,
  nextDue: 'select due_at from deadline order by due_at limit 1',
  outbox: `select event.* from outbox join event using (ticket, version) order by outbox.ticket, outbox.version limit ?`,
  settle: 'delete from outbox where ticket = ? and version = ?',
  caller: 'select identity from caller where ticket = ?',
  eraseCaller: 'delete from caller where ticket = ?',
} as const;

function connect(database: SqliteDriver, where: string, options: SqliteStoreOptions): Connection {
  const { durability = 'full', migrate = 'apply' } = options;
  try {
    warnOfOldSqlite(database, where);
    database.exec('pragma busy_timeout = 10000');
    database.prepare('pragma journal_mode = wal').get();
    database.exec(`pragma synchronous = ${durability}`);
    bringUpToDate(database, where, migrate);
    const names = Object.keys(sql) as (keyof typeof sql)[];
    const statements = Object.fromEntries(
      names.map((name) => [name, guarded(database.prepare(sql[name]), where)]),
    ) as Statements;
    const listings = new Map<string, SqliteStatement>();
    const listing = (text: string) => {
      const statement = listings.get(text) ?? guarded(database.prepare(text), where);
      listings.set(text, statement);
      return statement;
    };
    return { database, statements, listing, transaction: (act) => transact(database, where, act) };
  } catch (cause) {
    throw faultOf(where, cause);
  }
}

/** A full disk or a lost file shows at any statement: always the same typed error. */
function guarded(statement: SqliteStatement, where: string): SqliteStatement {
  const attempt = <T>(act: () => T): T => {
    try {
      return act();
    } catch (cause) {
      throw unavailable(where, cause);
    }
  };
  return {
    run: (...values) => attempt(() => statement.run(...values)),
    get: (...values) => attempt(() => statement.get(...values)),
    all: (...values) => attempt(() => statement.all(...values)),
  };
}

function faultOf(where: string, cause: unknown): HotlineError {
  return cause instanceof HotlineError ? cause : unavailable(where, cause);
}

function transact(database: SqliteDriver, where: string, act: () => boolean): void {
  try {
    database.exec('begin immediate');
  } catch (cause) {
    throw unavailable(where, cause);
  }
  let keep = false;
  try {
    keep = act();
    database.exec(keep ? 'commit' : 'rollback');
  } catch (cause) {
    // A failed commit (a full disk) leaves the transaction open; a failed rollback means that it is gone already.
    try {
      database.exec('rollback');
    } catch {}
    throw faultOf(where, cause);
  }
}

function write(statements: Statements, commit: TicketCommit): boolean {
  const { ticket, expectedVersion, stored, events, commands, deadlines, outbox, caller } = commit;
  if (!writeTicket(statements, ticket, expectedVersion, stored)) return false;
  for (const event of events) statements.insertEvent.run(...valuesOf(event));
  for (const { id, bodyHash, firstVersion, lastVersion } of commands) {
    const inserted = statements.insertCommand.run(ticket, id, bytesOf(bodyHash), firstVersion, lastVersion);
    if (!changed(inserted)) return false;
  }
  for (const [clock, dueAt] of deadlines) {
    if (dueAt === null) statements.clearDeadline.run(ticket, clock);
    else statements.setDeadline.run(ticket, clock, dueAt);
  }
  for (const eventVersion of outbox) statements.insertOutbox.run(ticket, eventVersion);
  if (caller !== undefined) statements.insertCaller.run(ticket, JSON.stringify(caller));
  return true;
}

/** Writes the row of a ticket; false where it has another version by now. */
function writeTicket(statements: Statements, id: string, expectedVersion: number, stored: StoredTicket): boolean {
  const row = rowOf(stored.record);
  const { version, state, lead, handler, applicant, matter, supervision, dueAt, registeredAt, search, number } = row;
  const [assists, head, record] = [JSON.stringify(row.assists), bytesOf(stored.head), JSON.stringify(stored.record)];
  if (expectedVersion > 0) {
    const plain = [version, assists, matter, supervision, search, head, record];
    const indexed = [state, lead, handler, applicant, dueAt, registeredAt, number];
    if (changed(statements.updateInPlace.run(...plain, id, expectedVersion, ...indexed))) return true;
  }
  const columns = [version, state, lead, assists, handler, applicant, matter, supervision, dueAt, registeredAt, search];
  const values = [...columns, head, record, number, id];
  const written =
    expectedVersion === 0
      ? statements.insertTicket.run(...values)
      : statements.updateTicket.run(...values, expectedVersion);
  return changed(written);
}

interface StoredRow {
  readonly record: string;
  readonly head: Uint8Array;
}

type CommandRowText =
  | {
      readonly id: string;
      readonly body_hash: Uint8Array;
      readonly first_version: number | bigint;
      readonly last_version: number | bigint;
    }
  | undefined;

function storedOf({ record, head }: StoredRow): StoredTicket {
  return { record: JSON.parse(record), head: hexOf(head) };
}

function changed(result: unknown): boolean {
  return Number((result as { changes: number | bigint }).changes) > 0;
}
