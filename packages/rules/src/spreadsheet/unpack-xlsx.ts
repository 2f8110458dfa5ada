import { inflateRawSync } from 'node:zlib';
import { type AsyncFlateStreamHandler, Unzip, type UnzipDecoder, zipSync } from 'fflate';
import { SheetError } from './sheet-error.js';
import { cellsSpanned, checkSpan } from './sheet-extent.js';
import { checkXmlShape } from './xml-shape.js';

/** Most files in an .xlsx. An honest one has a few dozen: worksheets, texts, styles. */
const MOST_FILES = 1_000;

/** Most bytes that all its files may have, unpacked: some 200,000 rows of ten columns. */
const MOST_BYTES = 128 * 1024 * 1024;

const DEFLATED = 8;

/** What is read of an .xlsx: pictures and printer settings are not. */
const READ = /\.xml(\.rels)?$/;

/**
 * Unpacks an .xlsx file within limits, and packs what is read of it again, uncompressed: what the reader then unpacks is
 * just what was counted here. The sizes that the file states are not believed; a file of some kilobytes can state little
 * and unpack to gigabytes.
 *
 * @throws SheetError where it holds more than a spreadsheet of people does.
 */
export function unpackXlsx(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const files = unpack(bytes);
  // Any of the files can be named as a worksheet.
  let cells = 0;
  for (const content of files.values()) {
    checkXmlShape(content);
    cells += cellsSpanned(content);
    checkSpan(cells);
  }
  return zipSync(Object.fromEntries(files), { level: 0 });
}

function unpack(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let seen = 0;
  let left = MOST_BYTES;
  const unzip = new Unzip((file) => {
    seen += 1;
    if (seen > MOST_FILES) throw tooMuch();
    if (!READ.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      left -= chunk.length;
      if (left < 0) throw tooMuch();
      chunks.push(chunk);
      if (isLast) files.set(file.name, Buffer.concat(chunks));
    };
    file.start();
  });
  unzip.register(inflaterWithin(() => left));
  unzip.push(bytes, true);
  return files;
}

/** Node's own decompression, which stops as soon as more comes out than is left. */
function inflaterWithin(left: () => number) {
  return class Inflater implements UnzipDecoder {
    static readonly compression = DEFLATED;
    ondata: AsyncFlateStreamHandler = () => undefined;
    readonly #packed: Uint8Array[] = [];

    push(chunk: Uint8Array, isLast: boolean): void {
      this.#packed.push(chunk);
      if (isLast) this.ondata(null, inflate(Buffer.concat(this.#packed), left()), true);
    }
  };
}

function inflate(packed: Uint8Array, most: number): Uint8Array<ArrayBuffer> {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if (error instanceof RangeError) throw tooMuch();
    throw error;
  }
}

function tooMuch(): SheetError {
  const size = `${MOST_BYTES / 1024 / 1024} MiB`;
  return new SheetError({
    zh: `该 .xlsx 解压后超过 ${size} 或 ${MOST_FILES} 个文件，不予读取。请只保留所需的工作表，或另存为 CSV。`,
    en: `This .xlsx unpacks to more than ${size} or ${MOST_FILES} files, and is not read. Keep only the worksheet that is needed, or save it as CSV.`,
  });
}
