import type { CityPack } from '@hotline-kit/rules';
import type { NewEvent } from '../ticket/event.js';
import { type Assessment, drawAssessment } from './assessment.js';
import { Book } from './book.js';
import type { FactRow } from './fact-row.js';
import { FactRows } from './fact-rows.js';
import { type AssessmentScope, type CheckedScope, checkScope } from './scope.js';

/** What may be given beside the scope. */
export interface AssessOptions extends AssessmentScope {
  /** The assessments of the spans before, the latest first: standings count how often in a row. */
  readonly earlier?: readonly Assessment[];
}

/**
 * Evaluates the metrics of a pack over rows: figures, breakdowns, boards, and what follows from them. Pure: the same
 * rows give the same assessment. The law is 国办函〔2025〕66号’s: figures have exclusions, and rankings are there only
 * where a pack asks for them.
 *
 * @throws HotlineError `assessmentInvalid` for an unknown metric, unit or dimension, or a span that ends before it begins
 * @throws RuleFactError where a row’s fact has another type than its definition says
 * @example
 * const november = assess(rows, pack, { from: '2024-11-01T00:00:00+08:00', to: '2024-12-01T00:00:00+08:00' });
 * november.metrics.find(({ id }) => id === 'closedOnTime')?.total.text; // '99.6%'
 */
export function assess(rows: Iterable<FactRow>, pack: CityPack, options: AssessOptions): Assessment {
  const scope = checkScope(options, pack);
  const book = new Book(scope, pack);
  for (const row of rows) book.apply(row, 1);
  return drawAssessment(book, scope, pack, options.earlier);
}

/**
 * An assessment that follows the events: each new one moves only the figures of its ticket.
 *
 * @example
 * const running = new RunningAssessment(pack, { from, to });
 * running.add(await desk.history('t-1'));
 * running.result().metrics.length; // 9
 */
export class RunningAssessment {
  readonly #pack: CityPack;
  readonly #scope: CheckedScope;
  readonly #book: Book;
  readonly #rows: FactRows;
  readonly #earlier: readonly Assessment[];

  /** @throws HotlineError `assessmentInvalid`, as {@link assess} does */
  constructor(pack: CityPack, options: AssessOptions) {
    this.#pack = pack;
    this.#scope = checkScope(options, pack);
    this.#book = new Book(this.#scope, pack);
    this.#rows = new FactRows(pack);
    this.#earlier = options.earlier ?? [];
  }

  /** The rows so far: for figures that are opened, or for another span. */
  get rows(): FactRows {
    return this.#rows;
  }

  /**
   * Takes events in, each ticket’s in the order of its log.
   *
   * @throws RangeError where the first event of a ticket is not `ticket.registered`
   */
  add(events: readonly NewEvent[]): void {
    const tickets = new Set(events.map(({ ticket }) => ticket));
    this.#applyAll(tickets, -1);
    this.#rows.add(events);
    this.#applyAll(tickets, 1);
  }

  /** Counts a row of the host’s own, which is no ticket. */
  addRow(row: FactRow): void {
    this.#book.apply(row, 1);
  }

  /** The assessment as it stands. */
  result(): Assessment {
    return drawAssessment(this.#book, this.#scope, this.#pack, this.#earlier);
  }

  #applyAll(tickets: Iterable<string>, sign: 1 | -1): void {
    for (const ticket of tickets) {
      const row = this.#rows.get(ticket);
      if (row !== undefined) this.#book.apply(row, sign);
    }
  }
}
