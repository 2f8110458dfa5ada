import type { Fault } from '../diagnostic/diagnostic.js';
import type { Facts } from '../facts.js';
import { ComparisonTable } from './comparison-table.js';
import { testOf } from './expression.js';
import type { FactTable } from './fact-table.js';
import { ConditionResolver } from './resolve-condition.js';
import type { Run, Test } from './run.js';
import { SlotTable } from './slots.js';

/** Many conditions over the same facts, which are read once for all of them. Faults gather in `faults`. */
export class ConditionGroup {
  readonly faults: Fault[] = [];
  readonly #slots = new SlotTable();
  readonly #predicates = new ComparisonTable(this.#slots);
  readonly #resolver: ConditionResolver;

  /** `shared` are the conditions that all files of a pack may name. */
  constructor(facts: FactTable, shared: Readonly<Record<string, unknown>> = {}) {
    const setting = { facts, predicates: this.#predicates, faults: this.faults, shared };
    this.#resolver = new ConditionResolver(setting);
  }

  /** A condition as a test of a run; one with faults, which are noted, never holds, and `{}` always does. */
  add(raw: Readonly<Record<string, unknown>>, pointer: string): Test {
    if (Object.keys(raw).length === 0) return () => true;
    const expression = this.#resolver.resolve(raw, pointer);
    return expression === undefined ? () => false : testOf(expression, this.#predicates);
  }

  /** The facts that the conditions look at. */
  get facts(): ReadonlySet<string> {
    return this.#slots.facts;
  }

  /** Room for the facts of one row. To be taken when all conditions were added. */
  newRun(): Run {
    return this.#slots.newRun();
  }

  /**
   * Reads the facts of a row, for all conditions at once.
   *
   * @throws RuleFactError where a fact has another type than its definition says.
   */
  fill(run: Run, facts: Facts): void {
    this.#slots.fill(run, facts);
  }
}
