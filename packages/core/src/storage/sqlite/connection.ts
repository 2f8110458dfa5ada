import { HotlineError } from '../../errors.js';
import type { ListedColumn } from '../listed-columns.js';
import type { MigrationMode } from '../migration.js';
import { bringUpToDate } from './bring-up-to-date.js';
import { type SqliteDriver, type SqliteStatement, unavailable } from './driver.js';
import { warnOfOldSqlite } from './old-sqlite.js';
import { type Statements, sql, updateOf } from './statements.js';

/** How safe a commit is, and what is done about tables that are missing or old. */
export interface SqliteConnectionOptions {
  /**
   * `full` (default): a commit survives a power cut. `normal`: the last commits may be lost then, never half-written.
   */
  readonly durability?: 'full' | 'normal';
  /** `apply` (default) brings the tables up to date; `check` throws where they are not. */
  readonly migrate?: MigrationMode;
}

/**
 * SQLite's own 2 MB are for telephones: the pages that the open tickets of a desk are written to would be read again for
 * each command.
 */
const cacheKilobytes = 32_000;

/** Pages of the write-ahead log before they are moved into the database: 16 MB, so that a busy page is moved seldom. */
const checkpointPages = 4000;

/** A connection with its statements, prepared once and kept. */
export interface Connection {
  readonly database: SqliteDriver;
  readonly statements: Statements;
  /** A statement that lists tickets, prepared at its first use and kept: there are few, one for each kind of queue. */
  listing(text: string): SqliteStatement;
  /** Deletes for good: also pages that become free, and what the write-ahead log still has, are overwritten. */
  erase(act: () => boolean): boolean;
  /**
   * Runs in one transaction; rolls back on false or a throw. Its statements are the same without a guard of their own:
   * whatever they throw is told as the transaction's fault.
   */
  transaction(act: (statements: Statements) => boolean): void;
}

/** Sets a connection up, brings its tables up to date and prepares its statements. */
export function connect(database: SqliteDriver, where: string, options: SqliteConnectionOptions): Connection {
  const { durability = 'full', migrate = 'apply' } = options;
  try {
    warnOfOldSqlite(database, where);
    database.exec('pragma busy_timeout = 10000');
    database.prepare('pragma journal_mode = wal').get();
    database.exec(`pragma synchronous = ${durability}`);
    // What is deleted is overwritten in its page: nothing of a caller stays behind where rows were moved.
    database.exec('pragma secure_delete = fast');
    database.exec(`pragma cache_size = ${-cacheKilobytes}`);
    database.exec(`pragma wal_autocheckpoint = ${checkpointPages}`);
    bringUpToDate(database, where, migrate);
    const names = Object.keys(sql) as (keyof typeof sql)[];
    const prepared = names.map((name) => [name, database.prepare(sql[name])] as const);
    const updates = new Map<string, SqliteStatement>();
    const updating = (columns: readonly ListedColumn[]) => {
      const set = columns.join();
      const statement = updates.get(set) ?? database.prepare(updateOf(columns));
      updates.set(set, statement);
      return statement;
    };
    const inside = { ...Object.fromEntries(prepared), updating } as Statements;
    const guardedOnes = prepared.map(([name, each]) => [name, guarded(each, where)] as const);
    const statements = { ...Object.fromEntries(guardedOnes), updating } as Statements;
    const listings = new Map<string, SqliteStatement>();
    const listing = (text: string) => {
      const statement = listings.get(text) ?? guarded(database.prepare(text), where);
      listings.set(text, statement);
      return statement;
    };
    const transaction = (act: (statements: Statements) => boolean) => transact(inside, where, act);
    return { database, statements, listing, transaction, erase: (act) => erase(database, where, act) };
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

function erase(database: SqliteDriver, where: string, act: () => boolean): boolean {
  try {
    database.exec('pragma secure_delete = on');
    const erased = act();
    try {
      database.prepare('pragma wal_checkpoint(truncate)').all();
    } catch {
      // Inside a transaction of the host's, or while another process reads, the log keeps its older pages: the next
      // erasure or the last close takes them.
    }
    return erased;
  } catch (cause) {
    throw faultOf(where, cause);
  } finally {
    database.exec('pragma secure_delete = fast');
  }
}

function transact(statements: Statements, where: string, act: (statements: Statements) => boolean): void {
  try {
    statements.begin.run();
  } catch (cause) {
    throw unavailable(where, cause);
  }
  try {
    const keep = act(statements);
    (keep ? statements.commit : statements.rollback).run();
  } catch (cause) {
    // A failed commit (a full disk) leaves the transaction open; a failed rollback means that it is gone already.
    try {
      statements.rollback.run();
    } catch {}
    throw faultOf(where, cause);
  }
}
