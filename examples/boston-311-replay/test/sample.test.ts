import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { lastLine, Workplace } from './run-program.js';

const sample = fileURLToPath(new URL('../data/boston311-2011-sample-2000.csv', import.meta.url));
const place = new Workplace();
afterAll(() => place.remove());

test('every clock of the 2,000 real rows says what the city published', async () => {
  const { code, out, err } = await place.run(['--json', '--no-serve']);
  expect({ code, err, left: place.left }).toEqual({ code: 0, err: '', left: [] });
  expect(out.trimEnd().split('\n')).toHaveLength(1);
  const result = lastLine(out);
  expect(result).toMatchObject({
    rows: 2000,
    unreadable: 0,
    withTarget: 2000,
    withTargetAndFlag: 2000,
    flagsAgree: 2000,
    asOf: '2017-06-19T08:28:13-04:00',
    problems: [],
    disagreements: [],
  });
  // The city's own counts of ONTIME, counted in the file.
  expect(result.departments).toEqual([
    { department: 'PWDx', rows: 1171, withTargetAndFlag: 1171, onTime: 1013, publishedOnTime: 1013 },
    { department: 'ISD', rows: 338, withTargetAndFlag: 338, onTime: 132, publishedOnTime: 132 },
    { department: 'PARK', rows: 184, withTargetAndFlag: 184, onTime: 142, publishedOnTime: 142 },
    { department: 'BTDT', rows: 174, withTargetAndFlag: 174, onTime: 143, publishedOnTime: 143 },
    { department: 'INFO', rows: 86, withTargetAndFlag: 86, onTime: 28, publishedOnTime: 28 },
    { department: 'PROP', rows: 46, withTargetAndFlag: 46, onTime: 46, publishedOnTime: 46 },
    { department: 'BWSC', rows: 1, withTargetAndFlag: 1, onTime: 1, publishedOnTime: 1 },
  ]);
  expect(result.targetsExact).toBeGreaterThanOrEqual(1038);
  expect(result.targetsWithin5s).toBeGreaterThanOrEqual(1755);
  expect(result.targetsWithin1min).toBeGreaterThanOrEqual(1830);
  expect(result.peakMegabytes).toBeLessThan(300);
});

test('the words and tables are 80 columns wide at most, in both languages', async () => {
  const [first = '', ...rows] = readFileSync(sample, 'utf8').split('\n');
  const file = place.file('start.csv', [first, ...rows.slice(0, 200), 'broken'].join('\n'));
  const runs = await Promise.all(['en', 'zh'].map((lang) => place.run(['--file', file, '--lang', lang])));
  for (const { code, out } of runs) {
    expect(code).toBe(0);
    const lines = out.split('\n').filter((line) => !line.includes(file));
    // A Chinese character takes two columns.
    const widths = lines.map((line) => [...line].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0));
    expect(Math.max(...widths)).toBeLessThanOrEqual(80);
    expect(out).toMatch(/PWDx +(\d+) +(\d+) +([\d.]+ %) .* \2 +\3 +✓/);
  }
});
