import { ReplayError } from '../replay-error.js';
import { type Columns, columnsOf } from './columns.js';
import { fieldsOfEach } from './fields.js';
import { type Line, physicalLines } from './physical-lines.js';
import { type Reading, RecordReader } from './records.js';
import { type Row, type RowProblem, rowOf } from './row.js';

/** A record of the file that is no row, with its line. */
export interface Unreadable {
  readonly line: number;
  readonly problem: RowProblem;
}

/** What one piece of the file held. */
export interface RowsRead {
  readonly rows: readonly Row[];
  readonly unreadable: readonly Unreadable[];
  readonly bytesRead: number;
}

/**
 * Reads the rows of a CSV file as a stream, piece by piece. What is no row is reported with its line, and reading goes
 * on behind it.
 * @param zone IANA name of the zone that the file's local times belong to
 * @throws ReplayError where the file cannot be read at all
 */
export async function* readRows(file: string, zone: string): AsyncGenerator<RowsRead> {
  let columns: Columns | undefined;
  let reader: RecordReader | undefined;
  let bytesRead = 0;
  for await (const piece of physicalLines(file)) {
    bytesRead = piece.bytesRead;
    let { lines } = piece;
    if (columns === undefined || reader === undefined) {
      const headerAt = lines.findIndex(({ text }) => text.trim() !== '');
      if (headerAt === -1) continue;
      columns = headerOf(lines[headerAt] as Line, file);
      reader = new RecordReader(columns);
      lines = lines.slice(headerAt + 1);
    }
    yield { ...sorted(reader.read(lines, { last: false }), columns, zone), bytesRead };
  }
  if (columns === undefined || reader === undefined) throw new ReplayError({ code: 'noHeader', where: file });
  yield { ...sorted(reader.read([], { last: true }), columns, zone), bytesRead };
}

function headerOf(line: Line, file: string): Columns {
  const [fields = []] = fieldsOfEach([line.text]);
  return columnsOf(fields, `${file}:${line.number}`);
}

function sorted(readings: readonly Reading[], columns: Columns, zone: string): Pick<RowsRead, 'rows' | 'unreadable'> {
  const rows: Row[] = [];
  const unreadable: Unreadable[] = [];
  for (const reading of readings) {
    const { line } = reading;
    if ('problem' in reading) {
      unreadable.push({ line, problem: { code: reading.problem } });
      continue;
    }
    const result = rowOf(line, reading.fields, columns, zone);
    if (result.ok) rows.push(result.row);
    else unreadable.push({ line, problem: result.problem });
  }
  return { rows, unreadable };
}
