import type { Fault } from '../diagnostic/diagnostic.js';
import type { Facts, TicketFacts } from '../facts.js';
import { ComparisonTable } from './comparison-table.js';
import { testOf } from './expression.js';
import type { Domains, FactTable } from './fact-table.js';
import { ConditionResolver } from './resolve-condition.js';
import type { Run } from './run.js';
import { SlotTable } from './slots.js';

/** Compiles the single conditions of a document that is no rule set. Faults gather in `faults`. */
export class ConditionCompiler {
  readonly faults: Fault[] = [];
  readonly #facts: FactTable;
  readonly #shared: Readonly<Record<string, unknown>>;

  /** `shared` are the conditions that all files of a pack may name. */
  constructor(facts: FactTable, shared: Readonly<Record<string, unknown>> = {}) {
    this.#facts = facts;
    this.#shared = shared;
  }

  /** The pack's lists that a document may name. */
  get domains(): Domains {
    return this.#facts.domains;
  }

  /** Adds a fault of the document that is not one of a condition. */
  fault(fault: Fault): void {
    this.faults.push(fault);
  }

  /** A condition as a function; one with faults, which are noted, never holds. */
  compile(raw: unknown, pointer: string): (facts: Facts | TicketFacts) => boolean {
    const slots = new SlotTable();
    const predicates = new ComparisonTable(slots);
    const resolver = new ConditionResolver({
      facts: this.#facts,
      predicates,
      faults: this.faults,
      shared: this.#shared,
    });
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

/** The faults of conditions by name, their pointers from the root of the file that holds them. */
export function namedFaults(named: Readonly<Record<string, unknown>>, facts: FactTable): readonly Fault[] {
  const faults: Fault[] = [];
  const predicates = new ComparisonTable(new SlotTable());
  new ConditionResolver({ facts, predicates, faults, named, namedAt: '' }).resolveNamed();
  return faults;
}
