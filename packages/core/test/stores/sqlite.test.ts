import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HotlineError } from '@hotline-kit/core';
import { type SqliteDriver, sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { storeContract } from '@hotline-kit/core/testing';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'hotline-kit-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = () => {
  files += 1;
  return join(folder, `${files}.db`);
};

const stores = {
  'SQLite in a file': () => sqliteStore({ file: newFile() }),
  'SQLite in a file, durability normal': () => sqliteStore({ file: newFile(), durability: 'normal' }),
  'SQLite in memory': () => sqliteStore({ file: ':memory:' }),
  'a SQLite connection of the host': () =>
    sqliteStore({ database: new DatabaseSync(newFile()) as unknown as SqliteDriver }),
};
for (const [name, makeStore] of Object.entries(stores)) {
  describe(`the contract of a store: ${name}`, () => {
    for (const { title, run } of storeContract(makeStore)) test(title, run);
  });
}

const failure = async (act: Promise<unknown>): Promise<HotlineError> => {
  const error = await act.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HotlineError);
  return error as HotlineError;
};

describe('a database file that cannot be used is one clear error, and nothing half-written stays behind', () => {
  test('its folder does not exist', async () => {
    const file = join(folder, 'missing', 'hotline.db');
    const error = await failure(sqliteStore({ file }).open());
    expect(error.code).toBe('storeUnavailable');
    expect(error.where).toBe(file);
    expect(error.message).toContain('check that the folder exists');
    expect(existsSync(join(folder, 'missing'))).toBe(false);
  });

  test('it is a folder', async () => {
    expect((await failure(sqliteStore({ file: folder }).open())).code).toBe('storeUnavailable');
  });

  test('it is no database', async () => {
    const file = newFile();
    writeFileSync(file, 'this is a letter, not a database. '.repeat(100));
    const before = readdirSync(folder);
    expect((await failure(sqliteStore({ file }).open())).code).toBe('storeUnavailable');
    expect(readdirSync(folder)).toEqual(before);
  });

  // The superuser may write anywhere, so file modes prove nothing for it.
  test.skipIf(process.getuid?.() === 0)('it may not be written (skipped for the superuser, who may)', async () => {
    const file = newFile();
    writeFileSync(file, '');
    chmodSync(file, 0o444);
    expect((await failure(sqliteStore({ file }).open())).code).toBe('storeUnavailable');
  });

  test('it was written by a newer version of this package', async () => {
    const file = newFile();
    const database = new DatabaseSync(file);
    database.exec('pragma user_version = 999');
    database.close();
    const error = await failure(sqliteStore({ file }).open());
    expect(error.message).toContain('the tables have version 999');
    expect(error.fix.en).toBe('update @hotline-kit/core');
  });

  test('it is full', async () => {
    const database = new DatabaseSync(newFile());
    const store = sqliteStore({ database: database as unknown as SqliteDriver });
    await store.open();
    database.exec('pragma max_page_count = 1');
    const error = await failure(store.reserveNumbers('x'.repeat(1_000_000), 1));
    expect(error.code).toBe('storeUnavailable');
    database.close();
  });
});

test('`check` says what is missing and changes nothing', async () => {
  const file = newFile();
  expect(await failure(sqliteStore({ file, migrate: 'check' }).open())).toMatchObject({
    code: 'storeOutdated',
    message: expect.stringContaining('0001-tickets'),
  });
  const applied = sqliteStore({ file });
  await applied.open();
  await applied.close();
  const checked = sqliteStore({ file, migrate: 'check' });
  await checked.open();
  await checked.close();
});

test('the SQL files, run by hand one after the other, make the tables that `check` looks for', async () => {
  const file = newFile();
  const database = new DatabaseSync(file);
  const folder = new URL('../../migrations/sqlite/', import.meta.url);
  for (const name of readdirSync(folder)) database.exec(readFileSync(new URL(name, folder), 'utf8'));
  database.close();
  const store = sqliteStore({ file, migrate: 'check' });
  await store.open();
  await store.close();
});

test('a database of the first version keeps its tickets when it is brought up to date', async () => {
  const file = newFile();
  const database = new DatabaseSync(file);
  database.exec(readFileSync(new URL('../../migrations/sqlite/0001-tickets.sql', import.meta.url), 'utf8'));
  database.exec(`insert into ticket values ('t', 'N-1', 1, 'received', null, '[]', null, null, null, 0, 9, 1, 'n-1', x'ab', '{"id":"t"}');
    insert into outbox values ('t', 1)`);
  database.close();
  const store = sqliteStore({ file });
  await store.open();
  expect(await store.load('t')).toEqual({ stored: { record: { id: 't' }, head: 'ab' } });
  expect(await store.find({ states: ['received'] })).toHaveLength(1);
  await store.close();
});

test('a database that others keep locked is a conflict: the same may be tried again', async () => {
  const file = newFile();
  const database = new DatabaseSync(file);
  const store = sqliteStore({ database: database as unknown as SqliteDriver });
  await store.open();
  database.exec('pragma busy_timeout = 1');
  const other = new DatabaseSync(file);
  other.exec('begin immediate');
  expect(await failure(store.reserveNumbers('scope', 1))).toMatchObject({ code: 'storeConflict', where: 'database' });
  other.exec('rollback');
  expect(await store.reserveNumbers('scope', 1)).toBe(1);
  other.close();
  database.close();
});

test('a second open of the same file finds the tables as they are', async () => {
  const file = newFile();
  const first = sqliteStore({ file });
  await first.open();
  await first.reserveNumbers('scope', 7);
  await first.close();
  const second = sqliteStore({ file });
  await second.open();
  expect(await second.reserveNumbers('scope', 1)).toBe(8);
  await second.close();
});
