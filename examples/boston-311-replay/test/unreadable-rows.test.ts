import { afterAll, expect, test } from 'vitest';
import { csvRow, header, lastLine, Workplace } from './run-program.js';

const place = new Workplace();
afterAll(() => place.remove());

const broken = [
  header, // line 1
  csvRow({ id: '1' }),
  csvRow({ id: '2', open: '2011-13-05 10:00:00' }),
  csvRow({ id: '3', closed: 'yesterday' }),
  csvRow({ id: '4', ontime: 'LATE' }),
  csvRow({ id: '5', open: '2011-07-08 10:00:00' }),
  '6,2011-07-05 10:00:00,too,few',
  `${csvRow({ id: '7' })},one,too,many`,
  csvRow({ id: '1' }), // line 9
  csvRow({ id: '' }),
  csvRow({ id: '10', type: '"Request for Pothole Repair' }),
  '',
  csvRow({ id: '11', type: '"Request for ""Pothole"" Repair, unknown"' }), // line 13
  csvRow({ id: '12', target: '', ontime: 'ONTIME' }),
  csvRow({ id: '13', ontime: '' }),
  csvRow({ id: '14', closed: '2011-07-09 10:00:00', ontime: 'OVERDUE', department: 'ELSEWHERE' }),
].join('\r\n');

test('a row that cannot be read is reported with its line, the rest goes on, the counts add up', async () => {
  const file = place.file('broken.csv', broken);
  const { code, out, err } = await place.run(['--file', file, '--json']);
  expect(code).toBe(0);
  const result = lastLine(out);
  expect(result).toMatchObject({ rows: 5, unreadable: 9, withTarget: 4, withTargetAndFlag: 3, flagsAgree: 3 });
  // 16 lines: the header, an empty one, and 14 that hold something.
  expect(Number(result.rows) + Number(result.unreadable)).toBe(14);
  const problems = result.problems as { line: number; code: string }[];
  expect(problems.map(({ line, code: what }) => `${line} ${what}`)).toEqual([
    '3 notATime',
    '4 notATime',
    '5 unknownFlag',
    '6 closedBeforeOpened',
    '7 wrongFieldCount',
    '8 wrongFieldCount',
    '9 doubledId',
    '10 emptyField',
    '11 brokenQuotes',
  ]);
  expect(err).toContain(
    `${file}:3: open_dt "2011-13-05 10:00:00" is no local time; write it like 2011-07-01 07:16:44\n`,
  );
  // A department that the pack does not know is only a label of the table.
  expect(result.departments).toContainEqual({
    department: 'ELSEWHERE',
    rows: 1,
    withTargetAndFlag: 1,
    onTime: 0,
    publishedOnTime: 0,
  });
});

test('the first ten are shown, all are counted; a flag that the clock does not confirm ends with exit code 1', async () => {
  const never = Array.from({ length: 25 }, (_, index) => csvRow({ id: String(index), open: 'never' }));
  const lines = [header, csvRow({ id: 'a' }), csvRow({ id: 'b', ontime: 'OVERDUE' }), ...never];
  const { code, out } = await place.run(['--file', place.file('never.csv', lines.join('\n'))]);
  expect(code).toBe(1);
  expect(out).toContain('! 25 lines could not be replayed');
  expect(out.split('\n').filter((line) => line.includes('is no local time'))).toHaveLength(10);
  expect(out).toContain('… and 15 more');
  expect(out).toContain('never.csv:3: b published OVERDUE, read back ONTIME');
  expect(out).toContain('✗ 1 of 2 flags differ');
});
