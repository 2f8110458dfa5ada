import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { gb18030Bytes } from './gb18030-bytes.js';
import { readSheet } from './sheet.js';
import { SheetError } from './sheet-error.js';

const text = '事项编码,事项名称\n010203,噪声扰民\n';
const rows = [
  { line: 1, cells: ['事项编码', '事项名称'] },
  { line: 2, cells: ['010203', '噪声扰民'] },
];

describe('a CSV file', () => {
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['gb18030', gb18030Bytes(text)],
  ])('is read in %s', async (encoding, bytes) => {
    expect(await readSheet(bytes)).toEqual({ kind: 'csv', encoding, rows });
  });

  it('may be parted by tabs or semicolons, with either line end', async () => {
    for (const variant of [text.replaceAll(',', '\t'), text.replaceAll(',', ';'), text.replaceAll('\n', '\r\n')]) {
      expect((await readSheet(Buffer.from(variant))).rows).toEqual(rows);
    }
  });

  it('keeps the line of each row where fields have line breaks, and leaves blank rows out', async () => {
    const sheet = await readSheet(Buffer.from('a,b\n"two\nlines",1\n,\n\nx,2\n'));
    expect(sheet.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'a', 'b'],
      [2, 'two\nlines', '1'],
      [6, 'x', '2'],
    ]);
  });

  it.each([
    ['quotes that are not in pairs', Buffer.from('a,b\n1,2\n"open,2\n'), /line 3/],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /Save it as .xlsx/],
    ['no table at all', Buffer.from([0x00, 0x01, 0xff, 0x02]), /neither .xlsx nor CSV/],
    ['half an .xlsx', Buffer.from('504b0304ffff', 'hex'), /\.xlsx file cannot be read/],
  ])('%s is refused', async (_, bytes, message) => {
    await expect(readSheet(bytes)).rejects.toThrow(message);
  });
});

describe('an XLSX file', () => {
  const cell = (value: string) => ({ value });

  it('gives texts, numbers as they are written, and the rows of the worksheet', async () => {
    const bytes = await writeExcelFile([
      [cell('清单')],
      [],
      [
        { value: 10203, type: Number },
        { value: new Date(Date.UTC(2026, 2, 1)), type: Date, format: 'yyyy-mm-dd' },
        cell(' 噪声 '),
      ],
    ]).toBuffer();
    expect((await readSheet(bytes)).rows).toEqual([
      { line: 1, cells: ['清单', '', ''] },
      { line: 3, cells: ['10203', '2026-03-01', '噪声'] },
    ]);
  });

  it('gives the first cell of a merged range, the value that a formula had, and empty worksheets as empty', async () => {
    const bytes = await writeExcelFile([
      { sheet: '空', data: [] },
      {
        sheet: '清单',
        data: [
          [{ value: '噪声', rowSpan: 2 }, cell('东区')],
          [null, cell('西区')],
          [
            { value: '=1+1', type: 'Formula' },
            { value: true, type: Boolean },
          ],
          [cell('=1+1'), cell('x'.repeat(32_767))],
        ],
      },
    ]).toBuffer();
    expect((await readSheet(bytes)).rows).toEqual([]);
    expect((await readSheet(bytes, '清单')).rows.map(({ cells }) => cells.map((text) => text.slice(0, 5)))).toEqual([
      ['噪声', '东区'],
      ['', '西区'],
      ['', 'true'],
      ['=1+1', 'xxxxx'],
    ]);
  });

  it('has worksheets by name', async () => {
    const bytes = await writeExcelFile([
      { sheet: '说明', data: [[cell('a')]] },
      { sheet: '清单', data: [[cell('b')]] },
    ]).toBuffer();
    expect((await readSheet(bytes)).rows[0]?.cells).toEqual(['a']);
    expect((await readSheet(bytes, '清单')).rows[0]?.cells).toEqual(['b']);
    await expect(readSheet(bytes, '目录')).rejects.toThrow('There are: 说明, 清单.');
  });
});

describe('any bytes are a table, or refused with a typed error', () => {
  const runs = { quick: 60, ci: 400, full: 20_000 }[process.env['HOTLINE_PROOF'] ?? 'quick'] ?? 60;

  it('bytes changed, cut and put in', async () => {
    const xlsx = await writeExcelFile([
      [{ value: '事项名称' }, { value: '主办单位' }],
      [{ value: '噪声' }, { value: 1 }],
    ]).toBuffer();
    const good = [xlsx, Buffer.from('\ufeff事项名称,主办单位\n"噪声",东区\n'), Buffer.from('a;b\r\n1;2\r\n')];
    const change = fc.record({ at: fc.nat(), length: fc.nat({ max: 40 }), put: fc.uint8Array({ maxLength: 20 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...good),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (bytes, changes) => {
          let changed = Buffer.from(bytes);
          for (const { at, length, put } of changes) {
            const from = at % (changed.length + 1);
            changed = Buffer.concat([changed.subarray(0, from), put, changed.subarray(from + length)]);
          }
          const read = await readSheet(changed).catch((error: unknown) => error);
          if (read instanceof Error) expect(read).toBeInstanceOf(SheetError);
        },
      ),
      { numRuns: runs },
    );
  }, 3_600_000);
});
