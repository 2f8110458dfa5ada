import { type MigrationMode, pendingMigrations } from '../migration.js';
import { type PostgresConnection, type PostgresPool, quoted } from './connection.js';
import { postgresMigrations } from './migrations.js';

/**
 * Brings the tables of a schema to the newest version, all steps in one transaction and under a lock, so that several
 * processes may start at once. Where nothing is missing it only reads.
 * @throws HotlineError `storeOutdated` where the tables are not what this package needs and may not be changed
 */
export async function bringUpToDate(pool: PostgresPool, schema: string, mode: MigrationMode): Promise<void> {
  const where = `schema ${schema}`;
  if (pendingMigrations(postgresMigrations, await versionOf(pool, schema), mode, where).length === 0) return;
  const client = await pool.connect();
  const run = (text: string, values: unknown[] = []) => client.query({ text, values });
  try {
    await run('begin');
    await run('select pg_advisory_xact_lock(hashtext($1))', [`hotline-kit ${schema}`]);
    const version = await versionOf(client, schema);
    // Asked first: PostgreSQL wants the right to create schemas even where this one is there already.
    const { rows: there } = await run('select 1 from pg_namespace where nspname = $1', [schema]);
    if (there.length === 0) await run(`create schema ${quoted(schema)}`);
    await run(`set local search_path = ${quoted(schema)}`);
    // Without values several statements may stand in one text.
    for (const { sql } of postgresMigrations.slice(version)) await client.query({ text: sql });
    await run('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** How many steps a schema has; 0 where its tables are missing. */
export async function versionOf(connection: PostgresConnection, schema: string): Promise<number> {
  // Read from the catalogue, for to_regclass may answer from a cache that is older than the lock.
  const text = "select 1 from pg_tables where schemaname = $1 and tablename = 'migration'";
  const found = await connection.query({ text, values: [schema] });
  if (found.rows.length === 0) return 0;
  const { rows } = await connection.query({ text: `select max(version) as version from ${quoted(schema)}.migration` });
  return Number((rows[0] as { version: number | null }).version ?? 0);
}
