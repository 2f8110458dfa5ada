import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { MisuseError } from './exit-code.js';
import { readFailure } from './read-failure.js';

/** Some rows of a large CSV file, and how far it was read. */
export interface Rows {
  readonly rows: readonly (readonly string[])[];
  /** Row of the first, from 1; the row of headings is 1. */
  readonly first: number;
  /** Rows among these, from 0, whose quotes are not in pairs. */
  readonly broken: readonly number[];
  readonly bytesRead: number;
}

/**
 * Reads a CSV file of any size in UTF-8 or GB18030, some rows at a time; no more than one chunk is held.
 *
 * @throws MisuseError where the file cannot be read, or a row of it has no end.
 */
export async function streamCsv(path: string, take: (rows: Rows) => void): Promise<void> {
  const encoding = await encodingOf(path);
  let bytesRead = 0;
  let bytesAtRow = 0;
  let first = 1;
  const texts = async function* (): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding);
    for await (const bytes of createReadStream(path, { highWaterMark: CHUNK })) {
      bytesRead += (bytes as Uint8Array).length;
      if (bytesRead - bytesAtRow > LONGEST_ROW) throw endlessRow(path, first);
      yield decoder.decode(bytes as Uint8Array, { stream: true });
    }
    yield decoder.decode();
  };
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(Readable.from(texts()), {
      delimiter: ',',
      chunk: ({ data, errors }) => {
        take({
          rows: data,
          first,
          bytesRead,
          broken: errors.flatMap(({ type, row }) => (type === 'Quotes' ? (row ?? []) : [])),
        });
        first += data.length;
        if (data.length > 0) bytesAtRow = bytesRead;
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}

/** Bytes read at a time. */
const CHUNK = 256 * 1024;

/** Most bytes that are read before a row ends: a quote without its pair would else draw the whole file into memory. */
const LONGEST_ROW = 16 * 1024 * 1024;

function endlessRow(path: string, row: number): MisuseError {
  const size = `${LONGEST_ROW / 1024 / 1024} MiB`;
  return new MisuseError({
    zh: `${path} 第${row}行超过 ${size} 仍未结束，多半是引号不成对。`,
    en: `Row ${row} of ${path} does not end within ${size}: probably its quotes are not in pairs.`,
  });
}

/** UTF-8 if the whole file is, else GB18030. */
async function encodingOf(path: string): Promise<'utf-8' | 'gb18030'> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const stream = createReadStream(path, { highWaterMark: CHUNK });
  try {
    for await (const bytes of stream) decoder.decode(bytes as Uint8Array, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'gb18030';
    throw readFailure(path, error);
  }
}
