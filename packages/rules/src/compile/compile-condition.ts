import type { Fault } from '../diagnostic/diagnostic.js';
import type { Facts, TicketFacts } from '../facts.js';
import { testOf } from './expression.js';
import type { FactTable } from './fact-table.js';
import { PredicateTable } from './predicates.js';
import { ConditionResolver } from './resolve-condition.js';
import type { Run } from './run.js';
import { SlotTable } from './slots.js';

/** Compiles the single conditions of a document that is no rule set. Faults gather in `faults`. */
export class ConditionCompiler {
  readonly faults: Fault[] = [];
  readonly #facts: FactTable;
  readonly #named: Readonly<Record<string, unknown>>;

  constructor(facts: FactTable, named: Readonly<Record<string, unknown>> = {}) {
    this.#facts = facts;
    this.#named = named;
  }

  /** Adds a fault of the document that is not one of a condition. */
  fault(fault: Fault): void {
    this.faults.push(fault);
  }

  /** A condition as a function; one with faults, which are noted, never holds. */
  compile(raw: unknown, pointer: string): (facts: Facts | TicketFacts) => boolean {
    const slots = new SlotTable();
    const predicates = new PredicateTable(slots);
    const resolver = new ConditionResolver({ facts: this.#facts, predicates, faults: this.faults, named: this.#named });
    const expression = resolver.resolve(raw, pointer);
    if (expression === undefined) return () => false;
    const test = testOf(expression, predicates);
    const runs: Run[] = [];
    return (facts) => {
      const run = runs.pop() ?? slots.newRun();
      try {
        slots.fill(run, facts as Facts);
        return test(run);
      } finally {
        runs.push(run);
      }
    };
  }
}
