import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from './columns.js';
import type { Line } from './physical-lines.js';
import { type Reading, RecordReader } from './records.js';

const names = ['case_enquiry_id', 'open_dt', 'target_dt', 'closed_dt', 'ontime', 'type', 'department', 'remark'];
const columns = columnsOf(names, 'test');
const plain = (id: string, remark = '') => `${id},o,t,c,f,y,d,${remark}`;

/** Reads lines in the given pieces; each reading is its line with the first and the last field, or the problem. */
function read(lines: readonly string[], cuts: readonly number[] = []): readonly string[] {
  const reader = new RecordReader(columns);
  const numbered = lines.map((text, index): Line => ({ number: index + 1, text }));
  const readings: Reading[] = [];
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    readings.push(...reader.read(numbered.slice(from, cut), { last: false }));
    from = Math.max(from, cut);
  }
  readings.push(...reader.read(numbered.slice(from), { last: true }));
  return readings.map((reading) =>
    'problem' in reading
      ? `${reading.line} ${reading.problem}`
      : `${reading.line} ${reading.fields[0]} ${reading.fields.at(-1)}`,
  );
}

test('a quoted field may hold commas, quotation marks and line breaks', () => {
  expect(read([plain('1', '"a, ""b"""'), plain('2', '"first'), 'second"', '', plain('3')])).toEqual([
    '1 1 a, "b"',
    '2 2 first\nsecond',
    '5 3 ',
  ]);
});

test('a mark that is never closed costs its own line only', () => {
  expect(read([plain('1'), plain('2', '"open'), plain('3'), plain('4')])).toEqual([
    '1 1 ',
    '2 brokenQuotes',
    '3 3 ',
    '4 4 ',
  ]);
});

test('two broken lines do not swallow the good ones between them', () => {
  // Without the rule that no date holds a line break, lines 1 to 3 would make one record of the right size.
  expect(read(['1,"o,t,c,f,y,d,', plain('2'), '3,o",t,c,f,y,d,', plain('4')])).toEqual([
    '1 brokenQuotes',
    '2 2 ',
    '3 brokenQuotes',
    '4 4 ',
  ]);
});

test('a mark inside a field that is not quoted is an error of that line', () => {
  expect(read([plain('1', 'a "b" c'), plain('2')])).toEqual(['1 brokenQuotes', '2 2 ']);
});

test('it makes no difference where the file is cut into pieces', () => {
  const line = fc.constantFrom(plain('1'), plain('2', '"a'), 'b"', plain('3', '"a,b"'), '', plain('4', '"'), '"');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.array(fc.nat(12), { maxLength: 4 }), (lines, cuts) => {
      expect(read(lines, cuts)).toEqual(read(lines));
    }),
  );
});
