/** Where the lines of a CSV text without quotes begin, and where each of their fields ends. */
export interface CsvLines {
  /** By line; one more stands where the next line would begin. */
  readonly starts: Int32Array;
  /** The end of each field, line after line. A line with another number of fields has only empty ones. */
  readonly stops: Int32Array;
  /** Lines that have another number of fields. */
  readonly uneven: readonly number[];
}

const [COMMA, LINE_FEED] = [0x2c, 0x0a];

/** A line end that stands alone among others of two characters: what is meant is for a parser to guess. */
const MIXED_ENDS = /\r(?!\n)|(?<!\r)\n/;

/** How the lines of a text end; nothing where they do not all end alike. */
export function lineEndOf(text: string): '\n' | '\r\n' | undefined {
  if (!text.includes('\r')) return '\n';
  return MIXED_ENDS.test(text) ? undefined : '\r\n';
}

/** Cuts `count` lines from the offset `from` on, each of `width` fields. Nothing is copied. */
export function cutLines(text: string, from: number, end: '\n' | '\r\n', count: number, width: number): CsvLines {
  const starts = new Int32Array(count + 1);
  const stops = new Int32Array(count * width);
  const uneven: number[] = [];
  let at = from;
  for (let line = 0; line < count; line += 1) {
    starts[line] = at;
    const first = line * width;
    let fields = 0;
    for (; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === COMMA) {
        if (fields < width) stops[first + fields] = at;
        fields += 1;
      } else if (unit === LINE_FEED) break;
    }
    // At the end of the text there may be no line end.
    const stop = at < text.length ? at + 1 - end.length : at;
    if (fields < width) stops[first + fields] = stop;
    fields += 1;
    if (fields !== width) {
      uneven.push(line);
      stops.fill(starts[line] as number, first, first + width);
    }
    at = stop + end.length;
  }
  starts[count] = at;
  return { starts, stops, uneven };
}

/** The cells of one column of `width`. */
export function cellsOf(text: string, { starts, stops }: CsvLines, width: number, column: number): readonly string[] {
  const count = starts.length - 1;
  const cells = new Array<string>(count);
  for (let line = 0; line < count; line += 1) {
    const stop = line * width + column;
    const start = column === 0 ? (starts[line] as number) : (stops[stop - 1] as number) + 1;
    cells[line] = text.slice(start, stops[stop]);
  }
  return cells;
}
