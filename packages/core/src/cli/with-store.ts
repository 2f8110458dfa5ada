import { existsSync } from 'node:fs';
import { MisuseError } from '@hotline-kit/rules/command-line';
import type { MigrationMode } from '../storage/migration.js';
import type { PostgresPool } from '../storage/postgres/connection.js';
import { postgresStore } from '../storage/postgres/store.js';
import { sqliteStore } from '../storage/sqlite/store.js';
import type { TicketStore } from '../storage/store.js';

/** Which database a call is about. */
export interface DatabaseOptions {
  /** Schema of the tables, in PostgreSQL. */
  readonly schema?: string;
}

/** Whether a database is the URL of a PostgreSQL. */
export const isPostgres = (database: string): boolean => /^postgres(ql)?:\/\//.test(database);

/**
 * Opens a database for one call, and closes it afterwards.
 * @param database path of a SQLite file, or the URL of a PostgreSQL
 * @param mode `check` never makes or changes a table
 */
export async function withStore<T>(
  database: string,
  { schema }: DatabaseOptions,
  mode: MigrationMode,
  act: (store: TicketStore) => Promise<T>,
): Promise<T> {
  if (isPostgres(database)) {
    return withPool(database, async (pool) => {
      const store = postgresStore({ pool, migrate: mode, ...(schema === undefined ? {} : { schema }) });
      await store.open();
      return act(store);
    });
  }
  if (mode === 'check' && !existsSync(database)) {
    throw new MisuseError({ zh: `没有数据库文件 ${database}`, en: `There is no database ${database}.` });
  }
  const store = sqliteStore({ file: database, migrate: mode });
  await store.open();
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}

/** Connects to a PostgreSQL for one call. */
export async function withPool<T>(url: string, act: (pool: PostgresPool) => Promise<T>): Promise<T> {
  const pool = await poolOf(url);
  try {
    return await act(pool);
  } finally {
    await pool.end();
  }
}

async function poolOf(url: string): Promise<PostgresPool & { end(): Promise<void> }> {
  try {
    const { default: pg } = await import('pg');
    return new pg.Pool({ connectionString: url, max: 4 });
  } catch {
    throw new MisuseError({
      zh: '连接 PostgreSQL 需要 pg：npm install pg',
      en: 'PostgreSQL needs the package pg: npm install pg',
    });
  }
}
