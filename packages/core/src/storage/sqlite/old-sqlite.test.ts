import { expect, test, vi } from 'vitest';
import type { SqliteDriver } from './driver.js';
import { isOlder, warnOfOldSqlite } from './old-sqlite.js';

test.each([
  ['3.45.1', true],
  ['3.51.2', true],
  ['3.51.3', false],
  ['3.53.0', false],
  ['4.0.0', false],
])('SQLite %s: older than 3.51.3 %s', (version, older) => {
  expect(isOlder(version)).toBe(older);
});

test('an old SQLite on a file is told to the operator, one in memory is not', () => {
  const statement = { run: () => undefined, get: () => ({ version: '3.45.1' }), all: () => [] };
  const database: SqliteDriver = { exec: () => undefined, prepare: () => statement, close: () => undefined };
  const emitted = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  warnOfOldSqlite(database, 'hotline.db');
  warnOfOldSqlite(database, ':memory:');
  expect(emitted.mock.calls.map(([message]) => message)).toEqual([expect.stringContaining('SQLite 3.45.1')]);
  emitted.mockRestore();
});
