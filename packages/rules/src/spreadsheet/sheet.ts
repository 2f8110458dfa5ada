import Papa from 'papaparse';
import { decodeText, type Encoding } from './decode-text.js';
import { SheetError } from './sheet-error.js';
import { unpackXlsx } from './unpack-xlsx.js';

/** A table as it was read: texts only, blank rows left out. */
export interface Sheet {
  readonly kind: 'csv' | 'xlsx';
  /** Of a CSV file. */
  readonly encoding?: Encoding;
  readonly rows: readonly SheetRow[];
}

/** A row of a table. */
export interface SheetRow {
  /** Row of the worksheet, or line of the text file on which it begins; from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [',', '\t', ';'];

/** Rows that are looked at to find the delimiter. */
const PREVIEW = 20;

const [ZIP, OLE] = ['504b0304', 'd0cf11e0'];

/**
 * Reads a CSV file (comma, semicolon or tab) or one worksheet of an XLSX file; the bytes say which it is.
 *
 * @param worksheet Name of the worksheet; the first unless given.
 * @throws SheetError where it is neither, or is damaged.
 */
export async function readSheet(bytes: Uint8Array, worksheet?: string): Promise<Sheet> {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (magic === OLE) {
    throw new SheetError({
      zh: '这是旧式 .xls 文件，请在表格软件中另存为 .xlsx。',
      en: 'This is an old .xls file. Save it as .xlsx.',
    });
  }
  return magic === ZIP ? readXlsx(bytes, worksheet) : readCsvText(bytes);
}

async function readXlsx(bytes: Uint8Array, worksheet: string | undefined): Promise<Sheet> {
  const { default: readExcelFile } = await import('read-excel-file/node');
  let sheets: readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[];
  try {
    // Numbers stay as they are written: a code such as 010203 is no quantity.
    sheets = await readExcelFile(Buffer.from(unpackXlsx(bytes)), { parseNumber: (text) => text });
  } catch (error) {
    if (error instanceof SheetError) throw error;
    throw new SheetError(
      {
        zh: '这个 .xlsx 文件读不出，可能已损坏。请在表格软件中打开，另存为 .xlsx 或 CSV。',
        en: 'This .xlsx file cannot be read; it may be damaged. Open it in a spreadsheet program and save it as .xlsx or CSV.',
      },
      { cause: error },
    );
  }
  const found = worksheet === undefined ? sheets[0] : sheets.find(({ sheet }) => sheet === worksheet);
  if (found === undefined) {
    const names = sheets.map(({ sheet }) => sheet);
    throw new SheetError({
      zh: `没有工作表“${worksheet ?? ''}”。现有：${names.join('、')}`,
      en: `There is no worksheet "${worksheet ?? ''}". There are: ${names.join(', ')}.`,
    });
  }
  return {
    kind: 'xlsx',
    rows: filled(found.data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) }))),
  };
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().replace('T00:00:00.000Z', '') : String(cell).trim();
}

function readCsvText(bytes: Uint8Array): Sheet {
  const decoded = decodeText(bytes);
  if (decoded === undefined || decoded.text.includes('\0')) {
    throw new SheetError({
      zh: '既不是 .xlsx，也不是 UTF-8、UTF-16 或 GB18030 编码的 CSV。',
      en: 'This is neither .xlsx nor CSV in UTF-8, UTF-16 or GB18030.',
    });
  }
  const { data, errors } = Papa.parse<string[]>(decoded.text, { delimiter: delimiterOf(decoded.text) });
  const broken = errors.find(({ type }) => type === 'Quotes');
  let line = 1;
  const rows = data.map((fields, index): SheetRow => {
    if (index === broken?.row) {
      throw new SheetError({
        zh: `第${line}行的引号不成对，其后的行无法辨认。`,
        en: `The quotes of line ${line} are not in pairs, so the rows after it cannot be told apart.`,
      });
    }
    const start = line;
    // A quoted field may run over several lines.
    line += 1 + fields.reduce((sum, field) => sum + field.split('\n').length - 1, 0);
    return { line: start, cells: fields.map((field) => field.trim()) };
  });
  return { kind: 'csv', encoding: decoded.encoding, rows: filled(rows) };
}

/** The delimiter that parts the first rows into most fields. */
function delimiterOf(text: string): string {
  const cells = DELIMITERS.map((delimiter) =>
    Papa.parse<string[]>(text, { delimiter, preview: PREVIEW }).data.reduce((sum, fields) => sum + fields.length, 0),
  );
  return DELIMITERS[cells.indexOf(Math.max(...cells))] ?? ',';
}

function filled(rows: readonly SheetRow[]): readonly SheetRow[] {
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
}
