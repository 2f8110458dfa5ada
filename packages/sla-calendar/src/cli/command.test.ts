import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { publishedYears } from '../published-years.js';
import { run as runCommand } from './run.js';

/** Runs the command line in this process; nothing is written. */
function run(args: readonly string[]): { code: number; out: string; error: string } {
  let [out, error] = ['', ''];
  const code = runCommand(args, {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    readFile: (path) => readFileSync(path, 'utf8'),
    writeFile: (path) => {
      throw new Error(`${path} would be written`);
    },
  });
  return { code, out, error };
}

test('the program itself gives its exit code to the shell', () => {
  const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
  const flags = ['--conditions=@hotline-kit/source', '--import', 'tsx', cli, 'coverage', '--at', '2026-12-01'];
  const { status, stdout } = spawnSync(process.execPath, flags, { encoding: 'utf8' });
  expect([status, stdout]).toEqual([1, expect.stringContaining('2027 is missing')]);
});

describe('coverage', () => {
  test('is content until 30 November, and fails from 1 December when the next year is absent', () => {
    expect(run(['coverage', '--at', '2026-11-30', '--json'])).toMatchObject({ code: 0 });
    const missing = run(['coverage', '--at', '2026-12-01', '--json']);
    expect(missing.code).toBe(1);
    expect(JSON.parse(missing.out)).toMatchObject({ at: '2026-12-01', needed: 2027, missing: [2027] });
    expect(run(['coverage', '--at', '2026-12-01', '--lang', 'zh'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('缺 2027 年'),
    });
    expect(run(['coverage', '--at', '2025-12-31']).code).toBe(0);
  });

  test('a date that does not exist is wrong usage, with a fix', () => {
    expect(run(['coverage', '--at', '2026-02-30'])).toMatchObject({
      code: 2,
      error: expect.stringMatching(/fix: Write an/),
    });
    expect(run(['coverage'])).toMatchObject({ code: 2, error: expect.stringContaining('--at') });
  });
});

describe('add-year', () => {
  const of2026 = publishedYears.find(({ year }) => year === 2026);
  const args = [
    'add-year',
    '--year',
    '2026',
    '--source',
    of2026?.source ?? '',
    '--off',
    ...(of2026?.off ?? []).map(({ name, from, to = from }) => `${name}=${from}/${to}`),
    '--work',
    ...(of2026?.work ?? []).map(({ name, date }) => `${name}=${date}`),
  ];

  test('builds the year of a real notice from its dates, with the checksum proved', () => {
    const { code, out } = run([...args, '--json']);
    expect(code).toBe(0);
    const { table, ...sums } = JSON.parse(out);
    expect(sums).toEqual({ year: 2026, weekdaysOff: 19, makeupDays: 6, workdays: 248 });
    expect(table).toMatchObject({ statutoryDays: 13, off: of2026?.off, work: of2026?.work });
  });

  test('a day that is forgotten breaks the checksum: nothing is printed but the fault', () => {
    const { code, out, error } = run(args.slice(0, -1));
    expect([code, out]).toEqual([1, '']);
    expect(error).toContain('checksum: 19 weekdays off − 5 make-up workdays = 14, not 13 statutory days');
    expect(run(['add-year']).code).toBe(2);
  });
});

describe('explain', () => {
  test('prints each counted day with its source, in either language', () => {
    const { code, out } = run(['explain', '13workingDays', '2026-02-12T10:00:00+08:00', '--lang', 'zh']);
    expect(code).toBe(0);
    expect(out).toContain('+ 2026-02-14  第 2 个工作日（春节调休上班）  [国办发明电〔2025〕7号]');
    expect(out.trimEnd().split('\n').pop()).toBe('到期 2026-03-09T17:30:00+08:00');
    const json = JSON.parse(
      run(['explain', '{"kind":"naturalDays","amount":3}', '2026-02-12T10:00:00+08:00', '--json']).out,
    );
    expect(json).toMatchObject({ dueAt: '2026-02-24T17:30:00+08:00', certainty: 'official' });
  });

  test('a year without a notice is marked; an unknown term says what is allowed', () => {
    expect(run(['explain', '5workingDays', '2026-12-30T10:00:00+08:00']).out).toMatch(/provisional until the notice/);
    expect(run(['explain', '13weeks', '2026-02-12T10:00:00+08:00'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('13workingDays'),
    });
    expect(run(['explain', '1hours', '2026-02-12T10:00:00']).error).toContain('[invalidInstant]');
  });
});
