import type { Columns } from './columns.js';
import { fieldsOfEach } from './fields.js';
import type { Line } from './physical-lines.js';

/** A record of the file, or the reason why it is none. */
export type Reading =
  | { readonly line: number; readonly fields: readonly string[] }
  | { readonly line: number; readonly problem: 'brokenQuotes' };

/** A quoted field may run over this many lines. Where a mark is never closed, no more than these are looked at. */
const longestRecordLines = 100;

/**
 * Makes records of lines. A quotation mark that is never closed would swallow the rest of the file; here it costs its
 * own line only: where the lines up to the closing mark do not make a proper record, the first of them is reported and
 * reading goes on with the second.
 */
export class RecordReader {
  readonly #columns: Columns;
  #waiting: readonly Line[] = [];

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** The records that end within these lines. What is still open waits for the next ones, unless these are the last. */
  read(lines: readonly Line[], { last }: { readonly last: boolean }): readonly Reading[] {
    const all = this.#waiting.length === 0 ? lines : [...this.#waiting, ...lines];
    const readings: Reading[] = [];
    let simple: Line[] = [];
    const settle = () => {
      readings.push(...readEach(simple));
      simple = [];
    };
    let at = 0;
    while (at < all.length) {
      const line = all[at] as Line;
      if (!leavesOpen(line.text)) {
        if (line.text.trim() !== '') simple.push(line);
        at += 1;
        continue;
      }
      settle();
      const end = closingLine(all, at);
      if (end === undefined && !last && all.length - at < longestRecordLines) break;
      const fields = end === undefined ? undefined : this.#proper(all.slice(at, end + 1));
      readings.push(
        fields === undefined ? { line: line.number, problem: 'brokenQuotes' } : { line: line.number, fields },
      );
      at = fields === undefined || end === undefined ? at + 1 : end + 1;
    }
    settle();
    this.#waiting = all.slice(at);
    return readings;
  }

  /** The fields of several lines, if they make one record: of the right size, with no line break in what is read. */
  #proper(lines: readonly Line[]): readonly string[] | undefined {
    const [fields] = fieldsOfEach([lines.map(({ text }) => text).join('\n')]);
    if (fields?.length !== this.#columns.count) return undefined;
    return this.#columns.places.some((place) => fields[place]?.includes('\n')) ? undefined : fields;
  }
}

function readEach(lines: readonly Line[]): readonly Reading[] {
  if (lines.length === 0) return [];
  const fieldsOfLines = fieldsOfEach(lines.map(({ text }) => text));
  return lines.map(({ number }, index): Reading => {
    const fields = fieldsOfLines[index];
    return fields === undefined ? { line: number, problem: 'brokenQuotes' } : { line: number, fields };
  });
}

function closingLine(lines: readonly Line[], start: number): number | undefined {
  const end = Math.min(lines.length, start + longestRecordLines);
  for (let at = start + 1; at < end; at += 1) if (leavesOpen(lines[at]?.text ?? '')) return at;
  return undefined;
}

/** Whether a line, begun outside a quoted field, ends inside one: an odd number of quotation marks. */
function leavesOpen(text: string): boolean {
  let open = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) open = !open;
  return open;
}
