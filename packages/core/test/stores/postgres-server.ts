import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll } from 'vitest';

/** Where the PostgreSQL of the tests is; `pnpm test` starts one of its own and says so here. */
const url = process.env['HOTLINE_POSTGRES'];

/** Why the tests of PostgreSQL are left out; undefined where they run. In CI that is a failure. */
export const skipped = url === undefined ? 'skipped: no PostgreSQL (HOTLINE_POSTGRES is not set)' : undefined;
if (skipped !== undefined) {
  if (process.env['CI']) throw new Error(`CI runs the tests of PostgreSQL. ${skipped}`);
  console.warn(`!! ${skipped}. Install PostgreSQL 14 or later and run \`pnpm test\`, which starts one of its own.`);
}

/** A pool that is ended after the tests of this file. */
export function testPool(max = 10): pg.Pool {
  const pool = new pg.Pool({ connectionString: url ?? '', max });
  // A pool tells of idle connections that are lost; nobody waits for them.
  pool.on('error', () => {});
  afterAll(() => pool.end());
  return pool;
}

/** Name of a schema that nobody has used. */
export const newSchema = (): string => `t_${randomUUID().replaceAll('-', '')}`;
