import { deflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readSheet } from './sheet.js';
import { SheetError } from './sheet-error.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const honest = await writeExcelFile([[{ value: '事项' }], [{ value: '噪声扰民' }]]).toBuffer();

/** The honest file with some of its files changed. */
function changed(change: (files: Zippable, sheet: string) => Zippable): Uint8Array {
  const files = unzipSync(new Uint8Array(honest));
  return zipSync(change(files, strFromU8(files[SHEET] as Uint8Array)));
}

/** The honest file with its first cell elsewhere. */
const cellAt = (place: string): Uint8Array =>
  changed((files, sheet) => {
    const moved = sheet.replace(/r="A2"/, place);
    if (moved === sheet) throw new Error('the worksheet has no cell A2');
    return { ...files, [SHEET]: strToU8(moved) };
  });

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await readSheet(bytes);
    return 'read';
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    return error.message;
  }
}

/** A ZIP of files of zeros, packed as tight as can be, that state another size than they have. */
function bomb(names: readonly string[], bytesOfEach: number, stated = bytesOfEach): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(bytesOfEach), { level: 9 });
  const files = names.map((name) => {
    const header = Buffer.alloc(30);
    header.write('PK\x03\x04', 'latin1');
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(stated, 22);
    header.writeUInt16LE(name.length, 26);
    return Buffer.concat([header, Buffer.from(name), packed]);
  });
  return Buffer.concat(files);
}

const MiB = 1024 * 1024;

describe('an .xlsx file is read as people make it', () => {
  it('whatever the way it was packed', async () => {
    expect((await readSheet(new Uint8Array(honest))).rows.map(({ cells }) => cells)).toEqual([['事项'], ['噪声扰民']]);
    expect((await readSheet(changed((files) => files))).rows).toHaveLength(2);
  });

  it('with a cell in row 39,000 of column IV', async () => {
    expect((await readSheet(cellAt('r="IV39000"'))).rows).toHaveLength(2);
  });
});

describe('an .xlsx file that would fill the memory is refused before it is parsed', () => {
  it('140 MiB packed into less than one', async () => {
    const bytes = bomb(['xl/sharedStrings.xml'], 140 * MiB);
    expect(bytes.length).toBeLessThan(MiB);
    expect(await refusal(bytes)).toContain('unpacks to more than 128 MiB');
  });

  it.each([100, 0xff_ff_ff_f0])('the same, stating that it unpacks to %d bytes', async (stated) => {
    expect(await refusal(bomb(['xl/sharedStrings.xml'], 140 * MiB, stated))).toContain('unpacks to more than 128 MiB');
  });

  it('several files, each within the limit', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `xl/part${index}.xml`);
    expect(await refusal(bomb(names, 20 * MiB))).toContain('unpacks to more than 128 MiB');
  });

  it('more files than a spreadsheet has', async () => {
    const parts = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`p${index}.xml`, new Uint8Array(1)]));
    expect(await refusal(changed((files) => ({ ...files, ...parts })))).toContain('1000 files');
  });

  it.each([
    'r="XFD1048576"',
    "r='XFD1048576'",
    'r = "XFD1048576"',
    'x:r="XFD1048576"',
    'r="&#88;FD1048576"',
    'r="zzzzz9"',
    'r="A99999999"',
  ])('a single cell at %s', async (place) => {
    expect(await refusal(cellAt(place))).toContain('span more than 10,000,000 cells');
  });

  it('a row 1e9', async () => {
    const zip = changed((files, sheet) => ({
      ...files,
      [SHEET]: strToU8(sheet.replace(/<row r="2"/, '<row r="1e9"')),
    }));
    expect(await refusal(zip)).toContain('span more than 10,000,000 cells');
  });

  it.each([
    ['a hundred elements in each other', '<a>'.repeat(100) + '</a>'.repeat(100)],
    ['elements that never end', '<a>'.repeat(1_000_000)],
    ['ten thousand attributes', `<a ${Array.from({ length: 10_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`],
    ['an attribute that never ends', `<a b="${'x'.repeat(100_000)}`],
  ])('%s', async (_, inside) => {
    const zip = changed((files, sheet) => ({
      ...files,
      [SHEET]: strToU8(sheet.replace('<sheetData>', () => `${inside}<sheetData>`)),
    }));
    expect(await refusal(zip)).toContain('built as no spreadsheet program builds it');
  });

  it('a closing bracket in an attribute ends no element', async () => {
    const inside = '<a b="1>2"/>'.repeat(100);
    const zip = changed((files, sheet) => ({
      ...files,
      [SHEET]: strToU8(sheet.replace('<sheetData>', () => `${inside}<sheetData>`)),
    }));
    expect(await refusal(zip)).toBe('read');
  });

  it('worksheets that reach too far together', async () => {
    const far = strFromU8(unzipSync(cellAt('r="IV39000"'))[SHEET] as Uint8Array);
    const zip = changed((files) => ({ ...files, [SHEET]: strToU8(far), 'xl/worksheets/sheet2.xml': strToU8(far) }));
    expect(await refusal(zip)).toContain('span more than 10,000,000 cells');
  });
});
