import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { csvRow, header, lastLine, Workplace } from './run-program.js';

const place = new Workplace();
afterAll(() => place.remove());

test('an unwritable database is one clear error that says where, what and how to mend it; nothing stays behind', async () => {
  const text = place.file('text.db', 'this is a text, and no database at all');
  const missing = join(place.folder, 'no-such-folder', 'replay.db');
  const runs = await Promise.all([missing, text, place.folder].map((db) => place.run(['--db', db])));
  for (const [index, { code, out, err }] of runs.entries()) {
    const where = [missing, text, place.folder][index];
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/ Fix: .*\[storeUnavailable\]\n$/);
    expect(err.startsWith(`${where}: `)).toBe(true);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  }
  expect(place.left).toEqual([]);
  expect(readdirSync(place.folder).sort()).toEqual(['text.db', 'tmp']);
  expect(readFileSync(text, 'utf8')).toBe('this is a text, and no database at all');
});

test('missing columns are named; nothing is written', async () => {
  const db = join(place.folder, 'columns.db');
  const file = place.file('columns.csv', 'case_enquiry_id,open_dt,closed_dt,type,department\n1,2,3,4,5\n');
  const { code, err } = await place.run(['--file', file, '--db', db]);
  expect(code).toBe(2);
  expect(err).toBe(
    `${file}:1: missing columns: target_dt, ontime. Fix: add them to the first line, separated by commas. [missingColumns]\n`,
  );
  expect(existsSync(db)).toBe(false);
});

test('a usage error ends with exit code 2 as well', async () => {
  const { code, out, err } = await place.run(['--wrong']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toBe("error: unknown option '--wrong'\nFix: see --help\n");
});

test('the same file again over a kept database changes nothing; another row under the same id is an error', async () => {
  const db = join(place.folder, 'kept.db');
  const file = place.file('kept.csv', [header, csvRow({ id: '1' }), csvRow({ id: '2', closed: '' })].join('\n'));
  const first = await place.run(['--file', file, '--db', db, '--json']);
  const second = await place.run(['--file', file, '--db', db, '--json']);
  expect([first.code, second.code]).toEqual([0, 0]);
  expect(lastLine(second.out)).toMatchObject({ rows: 2, flagsAgree: 2 });
  const other = place.file('other.csv', [header, csvRow({ id: '1', type: 'Graffiti Removal' })].join('\n'));
  const { code, err } = await place.run(['--file', other, '--db', db]);
  expect(code).toBe(2);
  expect(err).toContain('[commandIdReused]');
  expect(existsSync(db)).toBe(true);
});

test('an interrupted run clears up behind itself', async () => {
  const { code, err } = await place.run([], (child) => {
    child.stderr?.once('data', () => child.kill('SIGINT'));
  });
  expect({ code, left: place.left }).toEqual({ code: 130, left: [] });
  expect(err).toContain('Interrupted.');
});
