import type { BacktestReport, LeadMove, MatterBalance, UnitBalance } from './backtest-report.js';

/** Writable while counting. */
interface UnitCount {
  before: number;
  after: number;
  gained: number;
  lost: number;
  /** The last case that named it, and on which sides: 1 before, 2 after. */
  seenIn: number;
  sides: number;
}

/** Counts what changes for units, matters and leads. Its size grows with their number, not with that of the cases. */
export class Tally {
  readonly #units = new Map<string, UnitCount>();
  readonly #matters = new Map<string, { cases: number; different: number }>();
  readonly #moves = new Map<string, { readonly from?: string; readonly to?: string; cases: number }>();
  #touched: UnitCount[] = [];

  /** Notes that a side of a case names a unit. */
  name(unit: string, index: number, side: 1 | 2): void {
    let count = this.#units.get(unit);
    if (count === undefined) {
      count = { before: 0, after: 0, gained: 0, lost: 0, seenIn: -1, sides: 0 };
      this.#units.set(unit, count);
    }
    if (count.seenIn !== index) {
      count.seenIn = index;
      count.sides = 0;
      this.#touched.push(count);
    }
    count.sides |= side;
  }

  /** Ends a case: counts the units that were named in it. */
  close(matter: string, isDifferent: boolean): void {
    for (const count of this.#touched) {
      if ((count.sides & 1) !== 0) count.before += 1;
      if ((count.sides & 2) !== 0) count.after += 1;
      if (count.sides === 1) count.lost += 1;
      if (count.sides === 2) count.gained += 1;
    }
    this.#touched.length = 0;
    const known = this.#matters.get(matter);
    if (known === undefined) this.#matters.set(matter, { cases: 1, different: Number(isDifferent) });
    else {
      known.cases += 1;
      known.different += Number(isDifferent);
    }
  }

  /** Counts a case whose lead changes. */
  move(from: string | undefined, to: string | undefined): void {
    const key = JSON.stringify([from ?? null, to ?? null]);
    const known = this.#moves.get(key);
    if (known !== undefined) known.cases += 1;
    else this.#moves.set(key, { ...(from !== undefined && { from }), ...(to !== undefined && { to }), cases: 1 });
  }

  result(): Pick<BacktestReport, 'byUnit' | 'byMatter' | 'moves'> {
    const byUnit = [...this.#units].map(
      ([unit, { before, after, gained, lost }]): UnitBalance => ({ unit, before, after, gained, lost }),
    );
    const byMatter = [...this.#matters].map(([matter, counts]): MatterBalance => ({ matter, ...counts }));
    const moves = [...this.#moves.values()].map((move): LeadMove => ({ ...move }));
    return {
      byUnit: byUnit.sort((a, b) => b.gained + b.lost - (a.gained + a.lost) || compareText(a.unit, b.unit)),
      byMatter: byMatter.sort((a, b) => b.different - a.different || compareText(a.matter, b.matter)),
      moves: moves.sort((a, b) => b.cases - a.cases || compareText(leads(a), leads(b))),
    };
  }
}

function leads({ from = '', to = '' }: LeadMove): string {
  return `${from} ${to}`;
}

/** By UTF-16 unit: the same on every machine, whatever its language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
