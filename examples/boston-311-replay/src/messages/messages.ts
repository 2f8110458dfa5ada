import type { Fault } from '../replay-error.js';
import type { RowProblem } from '../rows/row.js';

/** Everything that the program says to people, in one language. Numbers come as finished text. */
export interface Messages {
  readonly heading: string;
  zone(zone: string): string;
  readonly replaying: string;
  rowsPerSecond(rate: string): string;
  secondsLeft(seconds: string): string;
  rowsSoFar(percent: string, rows: string): string;
  lives(rows: string, closed: string, open: string): string;
  judgedAt(asOf: string): string;
  readonly noRows: string;
  readonly byDepartment: {
    readonly title: string;
    readonly department: string;
    readonly rows: string;
    readonly clocks: string;
    readonly published: string;
    readonly total: string;
    readonly none: string;
  };
  readonly ownLimits: {
    readonly title: string;
    readonly exact: string;
    readonly within5s: string;
    readonly within1min: string;
    readonly note: string;
  };
  routed(same: string, rows: string): string;
  agree(agreeing: string, judged: string): string;
  differ(differing: string, judged: string): string;
  disagreement(where: string, id: string, published: string, readBack: string): string;
  unreadable(count: string): string;
  more(count: string): string;
  kept(file: string): string;
  cost(seconds: string, megabytes: string): string;
  problem(problem: RowProblem): string;
  fault(fault: Fault): { readonly what: string; readonly fix: string };
  faultLine(where: string, what: string, fix: string, code: string): string;
  readonly interrupted: string;
}
