import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.js';

const read = (text: string) => readCsv(text, 'list.csv', ['a', 'b']);

describe('a CSV file', () => {
  it('has quoted fields with commas, quotes and line breaks, a byte order mark, and either line end', () => {
    const csv = read('\ufeffa,b\r\n"x, y","say ""hi"""\r\n"two\r\nlines",z\r\n');
    expect(csv.ok && csv.table.rows.slice(0, 2)).toEqual([
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
