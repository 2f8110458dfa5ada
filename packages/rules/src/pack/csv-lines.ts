import type { TextColumn } from './text-column.js';

/** A CSV text without quotes, read line by line. */
export interface CsvLines {
  /** Where each line begins; one more stands where the next line would. */
  readonly starts: Int32Array;
  /** Lines that have another number of fields; in the columns, their cells are empty. */
  readonly uneven: readonly number[];
  /** How many characters the longest line has. */
  readonly longest: number;
  /** None where texts were made to collide. */
  readonly columns: readonly TextColumn[];
}

const [COMMA, LINE_FEED, CARRIAGE_RETURN] = [0x2c, 0x0a, 0x0d];

/** A line end that stands alone among others of two characters: what is meant is for a parser to guess. */
const MIXED_ENDS = /\r(?!\n)|(?<!\r)\n/;

/** How the lines of a text end; nothing where they do not all end alike. */
export function lineEndOf(text: string): '\n' | '\r\n' | undefined {
  if (!text.includes('\r')) return '\n';
  return MIXED_ENDS.test(text) ? undefined : '\r\n';
}

/**
 * Reads `count` lines from the offset `from` on, each of `width` fields. Only the different texts of a column are cut out:
 * of thousands of cells there are few.
 */
export function readLines(text: string, from: number, end: '\n' | '\r\n', count: number, width: number): CsvLines {
  const starts = new Int32Array(count + 1);
  const columns = Array.from({ length: width }, () => ({
    texts: [] as string[],
    firsts: [] as number[],
    numbers: new Int32Array(count),
  }));
  const tables = columns.map(() => new Int32Array(2 ** Math.ceil(Math.log2(1.5 * count + 1))));
  const [texts, firsts, numbers] = [
    columns.map((column) => column.texts),
    columns.map((column) => column.firsts),
    columns.map((column) => column.numbers),
  ];
  const stops = new Int32Array(width + 1);
  const hashes = new Int32Array(width);
  const uneven: number[] = [];
  let [longest, at, areFound] = [0, from, true];
  for (let line = 0; line < count; line += 1) {
    const start = at;
    starts[line] = start;
    const isEven = scanLine(text, start, end.length, stops, hashes);
    const stop = stops[width] as number;
    if (stop - start > longest) longest = stop - start;
    if (!isEven) uneven.push(line);
    areFound &&= enterLine(line, text, isEven ? start : stop, stops, hashes, texts, firsts, numbers, tables);
    at = stop + end.length;
  }
  starts[count] = at;
  return { starts, uneven, longest, columns: areFound ? columns : [] };
}

// The loops are functions of their own, called line by line: V8 keeps compiled code of what is called often, and throws
// away what it compiled for a loop under way.

/** Of the FNV-1a hash. */
const FNV_PRIME = 0x01000193;

/** Texts that chance brings together are told apart much sooner; those made to collide would be sought for ever. */
const MOST_TRIES = 128;

/**
 * Finds where each field of the line at `start` ends, and last where the line does, and hashes its characters. Whether
 * there are as many fields as there should be; else all of them are empty.
 */
function scanLine(text: string, start: number, endLength: number, stops: Int32Array, hashes: Int32Array): boolean {
  const width = hashes.length;
  let field = 0;
  let hash = 0;
  let at = start;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === COMMA) {
      if (field < width) {
        stops[field] = at;
        hashes[field] = hash;
      }
      field += 1;
      hash = 0;
    } else if (unit === LINE_FEED) break;
    else if (unit !== CARRIAGE_RETURN) hash = Math.imul(hash ^ unit, FNV_PRIME);
  }
  // At the end of the text there may be no line end.
  const stop = at < text.length ? at + 1 - endLength : at;
  const isEven = field === width - 1;
  if (isEven) {
    stops[field] = stop;
    hashes[field] = hash;
  } else {
    stops.fill(stop);
    hashes.fill(0);
  }
  stops[width] = stop;
  return isEven;
}

/** Enters the fields of a line in their columns; false where texts were made to collide. */
function enterLine(
  line: number,
  text: string,
  start: number,
  stops: Int32Array,
  hashes: Int32Array,
  texts: readonly string[][],
  firsts: readonly number[][],
  numbers: readonly Int32Array[],
  tables: readonly Int32Array[],
): boolean {
  let from = start;
  for (let column = 0; column < texts.length; column += 1) {
    const known = texts[column] as string[];
    const stop = stops[column] as number;
    const before = known.length;
    const number = numberOf(text, from, stop, hashes[column] as number, tables[column] as Int32Array, known);
    if (number < 0) return false;
    if (number === before) (firsts[column] as number[])[number] = line;
    (numbers[column] as Int32Array)[line] = number;
    // Fields that are empty for there being too many or too few all stand at the end of the line.
    from = Math.min(stop + 1, stops[column + 1] as number);
  }
  return true;
}

/**
 * The number among `known` of what stands in a text from `start` to `stop`, by a table with their numbers, each greater by
 * one. A text that is new is cut out and added; -1 where the search takes too long.
 */
function numberOf(text: string, start: number, stop: number, hash: number, table: Int32Array, known: string[]): number {
  const mask = table.length - 1;
  let place = (hash ^ (hash >>> 15)) & mask;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const number = (table[place] as number) - 1;
    if (number < 0) {
      table[place] = known.length + 1;
      return known.push(text.slice(start, stop)) - 1;
    }
    if (standsAt(known[number] as string, text, start, stop)) return number;
    place = (place + 1) & mask;
  }
  return -1;
}

function standsAt(part: string, text: string, start: number, stop: number): boolean {
  const { length } = part;
  if (length !== stop - start) return false;
  for (let at = 0; at < length; at += 1) if (part.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
