import { createReadStream, type ReadStream } from 'node:fs';
import { ReplayError, systemReason } from '../replay-error.js';

/** A line of the file without its line end. */
export interface Line {
  /** From 1, as editors count. */
  readonly number: number;
  readonly text: string;
}

/** Lines that came together, and how far the file has been read by then. */
export interface Lines {
  readonly lines: readonly Line[];
  readonly bytesRead: number;
}

/** No row is this long; a file without line ends would otherwise be gathered in memory whole. */
const longestLineMegabytes = 1;

/**
 * Reads a text file as a stream of lines; a byte order mark is taken off.
 * @throws ReplayError `fileUnreadable`, `endlessLine`
 */
export async function* physicalLines(file: string): AsyncGenerator<Lines> {
  const stream = createReadStream(file, { encoding: 'utf8' });
  let before = 0;
  let rest = '';
  for await (const chunk of chunksOf(stream, file)) {
    const texts = (rest + chunk).split('\n');
    rest = texts.pop() ?? '';
    const lines = texts.map((text, index) => lineOf(before + index + 1, text));
    before += lines.length;
    if (rest.length > longestLineMegabytes * 1_000_000) {
      throw new ReplayError({ code: 'endlessLine', where: `${file}:${before + 1}`, megabytes: longestLineMegabytes });
    }
    yield { lines, bytesRead: stream.bytesRead };
  }
  if (rest !== '') yield { lines: [lineOf(before + 1, rest)], bytesRead: stream.bytesRead };
}

function lineOf(number: number, raw: string): Line {
  const text = number === 1 && raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  return { number, text: text.endsWith('\r') ? text.slice(0, -1) : text };
}

async function* chunksOf(stream: ReadStream, file: string): AsyncGenerator<string> {
  try {
    yield* stream as AsyncIterable<string>;
  } catch (cause) {
    throw new ReplayError({ code: 'fileUnreadable', where: file, reason: systemReason(cause) });
  }
}
