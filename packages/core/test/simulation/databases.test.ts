import { postgresStore } from '@hotline-kit/core/storage-postgres';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { shrink, simulate } from '@hotline-kit/core/testing';
import { expect, test } from 'vitest';
import { newSchema, skipped, testPool } from '../stores/postgres-server.js';
import { townCast } from './town-cast.js';

const proof = process.env['HOTLINE_PROOF'] ?? 'quick';
const histories = { quick: 15, ci: 300, full: 10_000 }[proof] ?? 15;
const pool = testPool(4);

const places = {
  SQLite: { skipped: undefined, makeStore: () => sqliteStore({ file: ':memory:' }) },
  PostgreSQL: { skipped, makeStore: () => postgresStore({ pool, schema: newSchema() }) },
};

for (const [name, { skipped: left, makeStore }] of Object.entries(places)) {
  test.skipIf(left)(`${histories} histories over ${name} ${left ?? ''}`, { timeout: 24 * 3_600_000 }, async () => {
    const cast = { ...townCast, makeStore };
    for (let seed = 1; seed <= histories; seed += 1) {
      const { violations } = await simulate(cast, seed);
      if (violations.length > 0) expect.fail(JSON.stringify(await shrink(cast, seed), undefined, 2));
    }
  });
}
