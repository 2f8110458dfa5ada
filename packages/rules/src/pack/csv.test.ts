import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.js';

const read = (text: string) => readCsv(text, 'list.csv', ['a', 'b']);

describe('a CSV file', () => {
  it('has quoted fields with commas, quotes and line breaks, a byte order mark, and either line end', () => {
    const csv = read('\ufeffa,b\r\n"x, y","say ""hi"""\r\n"two\r\nlines",z\r\n');
    expect(csv.ok && csv.table.rows().slice(0, 2)).toEqual([
      ['x, y', 'say "hi"'],
      ['two\r\nlines', 'z'],
    ]);
  });

  it('shows the line and column of a field after one with line breaks', () => {
    const csv = read('a,b\n"two\nlines",1\n"x,y",2\n');
    expect(csv.ok && csv.table.fault(1, 1, { code: 'c', message: 'm', fix: 'f' })).toMatchObject({
      line: 4,
      column: 7,
      pointer: '/1/b',
      value: '2',
    });
  });

  it('is read and placed the same with and without quotes', () => {
    const cell = fc.constantFrom('', ' ', 'x', '单位', 'a b');
    const lines = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, end, isEnded) => {
        const text = (header: string) =>
          [header, ...rows.map((fields) => fields.join())].join(end) + (isEnded ? end : '');
        const [plain, quoted] = [read(text('a,b')), read(text('"a",b'))];
        expect(plain.ok).toBe(quoted.ok);
        const noValue = <Found extends object>(found: Found) => ({ ...found, value: undefined });
        if (!plain.ok || !quoted.ok) {
          const faults = [plain, quoted].map((csv) => (csv.ok ? [] : csv.diagnostics.map(noValue)));
          expect(faults[0]).toEqual(faults[1]);
          return;
        }
        expect(plain.table.rows()).toEqual(quoted.table.rows());
        for (const row of plain.table.rows().keys()) {
          const fault = { code: 'c', message: 'm', fix: 'f' };
          expect(plain.table.fault(row, 1, fault)).toEqual(quoted.table.fault(row, 1, fault));
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', '"'])('has no cell of more than 16,383 characters, in %squotes', (quote) => {
    const cell = (length: number) => `${quote}${'x'.repeat(length)}${quote}`;
    expect(read(`a,b\n1,${cell(16_383)}\n`).ok).toBe(true);
    const csv = read(`a,b\n1,2\n3,${cell(16_384)}\n`);
    expect(csv.ok ? [] : csv.diagnostics).toMatchObject([{ code: 'textTooLong', line: 3, column: 3 }]);
    expect(JSON.stringify(csv).length).toBeLessThan(1_000);
  });

  it('of which every row has a fault is still read in one go', () => {
    const csv = read(`a,b\n${'x,y,z\n'.repeat(20_000)}`);
    expect(csv.ok ? [] : csv.diagnostics.slice(-1)).toMatchObject([{ code: 'csvFields', line: 20_001, column: 3 }]);
  });

  it.each([
    ['a,c\n1,2', 'csvHeader', 1, 3],
    ['', 'csvHeader', 1, 1],
    ['a,b\n1', 'csvFields', 2, 1],
    ['a,b\n1,2,3', 'csvFields', 2, 3],
    ['a,b\n1,2\n"open,2', 'malformedCsv', 3, 1],
  ])('%j is refused', (text, code, line, column) => {
    const csv = read(text);
    expect(csv.ok ? [] : csv.diagnostics[0]).toMatchObject({ code, line, column });
  });
});
