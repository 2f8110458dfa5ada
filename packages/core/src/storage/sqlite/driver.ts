import { HotlineError } from '../../errors.js';

/** What may be bound. No booleans, no undefined, no Date: drivers disagree on them, some silently. */
export type SqliteValue = string | number | bigint | null | Uint8Array;

/** A prepared statement, of any driver of `node:sqlite`'s shape. */
export interface SqliteStatement {
  /** Runs it; the result has `changes`. */
  run(...values: SqliteValue[]): unknown;
  /** The first row, or undefined. */
  get(...values: SqliteValue[]): unknown;
  /** All rows. */
  all(...values: SqliteValue[]): unknown[];
}

/** The part of a SQLite connection that the store needs: `node:sqlite`, `@photostructure/sqlite` and better-sqlite3 have it. */
export interface SqliteDriver {
  /** Runs one or several statements without values. */
  exec(sql: string): unknown;
  /** Compiles a statement. */
  prepare(sql: string): SqliteStatement;
  /** Closes the connection. */
  close(): unknown;
}

type DatabaseModule = { readonly DatabaseSync: new (file: string) => SqliteDriver };

/** Where a driver is looked for. */
interface SqliteModules {
  builtIn(): DatabaseModule | undefined;
  peer(): Promise<DatabaseModule>;
}

/**
 * Opens a file with the driver that is there: Node's own, else the optional peer `@photostructure/sqlite`.
 * @param drivers where each of the two is looked for
 * @throws HotlineError `sqliteMissing` or `storeUnavailable`
 */
export async function openSqlite(file: string, drivers: SqliteModules = { builtIn, peer }): Promise<SqliteDriver> {
  const { DatabaseSync } = drivers.builtIn() ?? (await orMissing(drivers.peer));
  try {
    return new DatabaseSync(file);
  } catch (cause) {
    throw unavailable(file, cause);
  }
}

function builtIn(): DatabaseModule | undefined {
  return process.getBuiltinModule?.('node:sqlite' as 'fs') as unknown as DatabaseModule | undefined;
}

async function peer(): Promise<DatabaseModule> {
  return (await import('@photostructure/sqlite')) as unknown as DatabaseModule;
}

async function orMissing(load: SqliteModules['peer']): Promise<DatabaseModule> {
  try {
    return await load();
  } catch (cause) {
    throw new HotlineError(
      'sqliteMissing',
      {
        zh: `Node ${process.versions.node} 没有自带的 SQLite`,
        en: `Node ${process.versions.node} has no SQLite of its own`,
      },
      {
        fix: {
          zh: '请执行 npm install @photostructure/sqlite@1.2.1，或使用 Node 22.13 及以上版本，或传入连接：sqliteStore({ database })',
          en: 'npm install @photostructure/sqlite@1.2.1, use Node 22.13 or later, or hand in a connection: sqliteStore({ database })',
        },
        cause,
      },
    );
  }
}

/** The file cannot be opened, read or written; or others write so much that this process did not get its turn. */
export function unavailable(file: string, cause: unknown): HotlineError {
  const why = cause instanceof Error ? cause.message : String(cause);
  // Drivers have no code in common for it; the text is SQLite's own.
  if (why.includes('database is locked')) {
    return new HotlineError(
      'storeConflict',
      { zh: '数据库一直被其他进程占用', en: 'other processes kept the database to themselves' },
      {
        where: file,
        fix: {
          zh: '请重试；经常出现时请改用 postgresStore',
          en: 'try again; if it happens often, use postgresStore',
        },
        cause,
      },
    );
  }
  return new HotlineError(
    'storeUnavailable',
    { zh: `数据库无法打开或写入（${why}）`, en: `the database cannot be opened or written (${why})` },
    {
      where: file,
      fix: {
        zh: '请检查目录是否存在、本进程能否写入、磁盘是否有空间，以及该文件是否为 SQLite 数据库',
        en: 'check that the folder exists, that this process may write to it, that the disk has room and that the file is a SQLite database',
      },
      cause,
    },
  );
}
