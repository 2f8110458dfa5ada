import { InvalidInstantError, instantOf } from '@hotline-kit/sla-calendar';
import type { Column, Columns } from './columns.js';

const flags = ['ONTIME', 'OVERDUE'] as const;

/** The city's own verdict. */
export type Flag = (typeof flags)[number];

/** A row of the file, its local times read in the city's zone. */
export interface Row {
  readonly line: number;
  /** `case_enquiry_id`. */
  readonly id: string;
  readonly openedAt: Date;
  /** When the city wanted it closed; undefined where none was published. */
  readonly targetAt: Date | undefined;
  /** Undefined while it is open. */
  readonly closedAt: Date | undefined;
  /** Undefined where none was published. */
  readonly flag: Flag | undefined;
  readonly type: string;
  readonly department: string;
  readonly reason: string;
  readonly queue: string;
  readonly neighborhood: string;
  readonly source: string;
}

/** Why a row cannot be read. */
export type RowProblem =
  | { readonly code: 'brokenQuotes' }
  | { readonly code: 'wrongFieldCount'; readonly count: number; readonly expected: number }
  | { readonly code: 'emptyField'; readonly column: Column }
  | { readonly code: 'notATime'; readonly column: Column; readonly value: string }
  | { readonly code: 'unknownFlag'; readonly value: string }
  | { readonly code: 'closedBeforeOpened'; readonly opened: string; readonly closed: string }
  | { readonly code: 'tooLong'; readonly column: Column; readonly maximum: number }
  | { readonly code: 'doubledId'; readonly id: string; readonly firstLine: number }
  | { readonly code: 'refused'; readonly command: string; readonly zh: string; readonly en: string };

/** A row that cannot be read, thrown and caught within this room. */
class UnreadableRow extends Error {
  constructor(readonly problem: RowProblem) {
    super(problem.code);
  }
}

/** Longest text of a field, so that a ticket made of it is never refused. */
const longestField = 200;

/** Makes a row of a record's fields, or says why it cannot. */
export function rowOf(
  line: number,
  fields: readonly string[],
  columns: Columns,
  zone: string,
): { readonly ok: true; readonly row: Row } | { readonly ok: false; readonly problem: RowProblem } {
  if (fields.length !== columns.count) {
    return { ok: false, problem: { code: 'wrongFieldCount', count: fields.length, expected: columns.count } };
  }
  const read = new RowReader(fields, columns, zone);
  try {
    const openedAt = read.time('open_dt');
    const closedAt = read.timeIfAny('closed_dt');
    if (closedAt !== undefined && closedAt < openedAt) {
      throw new UnreadableRow({
        code: 'closedBeforeOpened',
        opened: read.text('open_dt'),
        closed: read.text('closed_dt'),
      });
    }
    const row: Row = {
      line,
      id: read.needed('case_enquiry_id'),
      openedAt,
      targetAt: read.timeIfAny('target_dt'),
      closedAt,
      flag: read.flag(),
      type: read.needed('type'),
      department: read.text('department'),
      reason: read.text('reason'),
      queue: read.text('queue'),
      neighborhood: read.text('neighborhood'),
      source: read.text('source'),
    };
    return { ok: true, row };
  } catch (error) {
    if (error instanceof UnreadableRow) return { ok: false, problem: error.problem };
    throw error;
  }
}

class RowReader {
  constructor(
    private readonly fields: readonly string[],
    private readonly columns: Columns,
    private readonly zone: string,
  ) {}

  text(column: Column): string {
    const place = this.columns.at(column);
    const text = place === undefined ? '' : (this.fields[place] ?? '').trim();
    if (text.length > longestField) throw new UnreadableRow({ code: 'tooLong', column, maximum: longestField });
    return text;
  }

  needed(column: Column): string {
    const text = this.text(column);
    if (text === '') throw new UnreadableRow({ code: 'emptyField', column });
    return text;
  }

  time(column: Column): Date {
    const value = this.needed(column);
    try {
      return instantOf(value, this.zone);
    } catch (error) {
      if (error instanceof InvalidInstantError) throw new UnreadableRow({ code: 'notATime', column, value });
      throw error;
    }
  }

  timeIfAny(column: Column): Date | undefined {
    return this.text(column) === '' ? undefined : this.time(column);
  }

  flag(): Flag | undefined {
    const value = this.text('ontime');
    if (value === '') return undefined;
    const flag = flags.find((known) => known === value);
    if (flag !== undefined) return flag;
    throw new UnreadableRow({ code: 'unknownFlag', value });
  }
}
