import type { Fault } from '../diagnostic/diagnostic.js';
import type { CellFault } from './cell-condition.js';
import type { TableRows } from './table-rows.js';

/** Gathers the faults of a table's rows. It is read column by column; its faults are told row by row. */
export class RowFaults {
  readonly #place: TableRows['place'];
  readonly #faults: { readonly row: number; readonly fault: Fault }[] = [];
  readonly #rows = new Set<number>();

  constructor({ place }: TableRows) {
    this.#place = place;
  }

  /** A fault of a cell that has a code of its own; one that says itself where it stands is left there. */
  add(
    row: number,
    column: number,
    { pointer, ...fault }: Omit<Fault, 'pointer'> & { readonly pointer?: string },
  ): void {
    const place = pointer === undefined ? this.#place(row, column) : { pointer };
    this.#faults.push({ row, fault: { ...fault, ...place } });
    this.#rows.add(row);
  }

  /** A cell that cannot be read. */
  addCell(row: number, column: number, value: string, { message, fix }: CellFault): void {
    this.add(row, column, { code: 'wrongCell', value, message, fix });
  }

  get isEmpty(): boolean {
    return this.#faults.length === 0;
  }

  /** Whether a row has a fault. */
  has(row: number): boolean {
    return this.#rows.has(row);
  }

  /** All faults, those of one row as they were found. */
  *[Symbol.iterator](): Generator<Fault> {
    for (const { fault } of [...this.#faults].sort((a, b) => a.row - b.row)) yield fault;
  }
}
