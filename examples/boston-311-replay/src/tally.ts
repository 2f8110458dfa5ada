import type { Unreadable } from './rows/read-rows.js';
import type { Flag, Row } from './rows/row.js';

/** What one department did. */
export interface DepartmentTally {
  readonly department: string;
  rows: number;
  /** Rows that have both a published target and a published flag: the base of both rates. */
  withTargetAndFlag: number;
  /** Of these, on time by the recorded clock. */
  onTime: number;
  /** Of these, on time by the city's flag. */
  publishedOnTime: number;
}

/** A row whose clock and flag differ. */
export interface Disagreement {
  readonly line: number;
  readonly id: string;
  readonly published: Flag;
  readonly readBack: Flag;
}

/** What a row published, kept until its clock is read back. */
export interface Published {
  readonly line: number;
  readonly department: string;
  readonly flag: Flag | undefined;
  readonly hasTarget: boolean;
}

/** So many single rows are shown; all are counted. */
const shown = 10;

/** The counts of a run. */
export class Tally {
  rows = 0;
  closed = 0;
  withTarget = 0;
  withTargetAndFlag = 0;
  flagsAgree = 0;
  targetsExact = 0;
  targetsWithin5s = 0;
  targetsWithin1min = 0;
  routedAsPublished = 0;
  unreadable = 0;
  readonly firstUnreadable: Unreadable[] = [];
  readonly firstDisagreements: Disagreement[] = [];
  readonly #departments = new Map<string, DepartmentTally>();

  /** A line that is no row, or a row that the desk refused. */
  failed(unreadable: Unreadable): void {
    this.unreadable += 1;
    // A batch finds doubled rows after broken ones, but people read by line.
    this.firstUnreadable.push(unreadable);
    this.firstUnreadable.sort((a, b) => a.line - b.line).splice(shown);
  }

  /** A row whose life is in the database. */
  lived(row: Row, { lead, ownDueAt }: { readonly lead: string; readonly ownDueAt: Date }): void {
    this.rows += 1;
    if (row.closedAt !== undefined) this.closed += 1;
    if (lead === row.department) this.routedAsPublished += 1;
    this.#of(row.department).rows += 1;
    if (row.targetAt === undefined) return;
    this.withTarget += 1;
    const milliseconds = Math.abs(ownDueAt.getTime() - row.targetAt.getTime());
    if (milliseconds === 0) this.targetsExact += 1;
    if (milliseconds <= 5_000) this.targetsWithin5s += 1;
    if (milliseconds <= 60_000) this.targetsWithin1min += 1;
  }

  /** A flag read back from the recorded clock. */
  judged(id: string, { line, department, flag, hasTarget }: Published, readBack: Flag): void {
    if (!hasTarget || flag === undefined) return;
    const counts = this.#of(department);
    this.withTargetAndFlag += 1;
    counts.withTargetAndFlag += 1;
    if (readBack === 'ONTIME') counts.onTime += 1;
    if (flag === 'ONTIME') counts.publishedOnTime += 1;
    if (readBack === flag) this.flagsAgree += 1;
    else if (this.firstDisagreements.length < shown) {
      this.firstDisagreements.push({ line, id, published: flag, readBack });
    }
  }

  /** Departments, the busiest first. */
  get departments(): readonly DepartmentTally[] {
    return [...this.#departments.values()].sort((a, b) => b.rows - a.rows || (a.department < b.department ? -1 : 1));
  }

  /** Whether every row that has a target and a flag has the same flag by its recorded clock. */
  get allAgree(): boolean {
    return this.flagsAgree === this.withTargetAndFlag;
  }

  #of(department: string): DepartmentTally {
    let counts = this.#departments.get(department);
    if (counts === undefined) {
      counts = { department, rows: 0, withTargetAndFlag: 0, onTime: 0, publishedOnTime: 0 };
      this.#departments.set(department, counts);
    }
    return counts;
  }
}
