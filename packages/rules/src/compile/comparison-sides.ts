import { referenceSchema } from '../conditions.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import { isRecord } from '../diagnostic/json-limits.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { checkSchema } from '../diagnostic/schema-faults.js';
import type { FactDefinition } from '../facts.js';
import type { FactTable } from './fact-table.js';
import { factOperand, literalOperand, type Operand } from './operands.js';
import { stepsOf } from './path.js';
import type { SlotTable } from './slots.js';

/** A side of a comparison that is read when the rule runs. */
export interface FactSide {
  readonly slot: number;
  readonly operand: Operand;
}

/** A side of a comparison: a fact, which has a slot, or a value written in the document. */
export interface ValueSide {
  readonly slot?: number;
  readonly operand: Operand;
}

/** Reads the two sides of a comparison. Faults gather in `faults`. */
export class ComparisonSides {
  readonly #facts: FactTable;
  readonly #slots: SlotTable;
  readonly #faults: Fault[];

  constructor(facts: FactTable, slots: SlotTable, faults: Fault[]) {
    this.#facts = facts;
    this.#slots = slots;
    this.#faults = faults;
  }

  /** The fact of a name, or what lies on a path into it; `pointer` is that of the object that names both. */
  fact(name: string, path: string | undefined, pointer: string): FactSide | undefined {
    const definition = this.#facts.find(name);
    if (definition === undefined) return this.#unknownFact(name, `${pointer}/fact`);
    if (path === undefined || path === '') {
      return { slot: this.#slots.slot(name, definition), operand: factOperand(name, definition, false) };
    }
    const steps = this.#steps(name, definition, path, `${pointer}/path`);
    if (steps === undefined) return undefined;
    return { slot: this.#slots.slot(name, definition, steps), operand: factOperand(name, definition, true) };
  }

  /** What a fact is compared with: a written value, or another fact. */
  value(value: unknown, pointer: string): ValueSide | undefined {
    if (!isRecord(value) || !Object.hasOwn(value, 'fact')) return { operand: literalOperand(value, pointer) };
    const checked = checkSchema(referenceSchema, value, pointer);
    if (checked.ok) return this.fact(checked.value.fact, checked.value.path, pointer);
    this.#faults.push(...checked.faults);
    return undefined;
  }

  #steps(name: string, definition: FactDefinition, path: string, pointer: string): readonly string[] | undefined {
    if (definition.type !== 'object' && definition.type !== 'array' && definition.type !== 'any') {
      return this.#fault({
        code: 'pathOnScalar',
        pointer,
        value: path,
        message: `The fact "${name}" is a ${definition.type}: there is no path into it.`,
        fix: 'Remove "path".',
      });
    }
    return (
      stepsOf(path) ??
      this.#fault({
        code: 'pathNotAllowed',
        pointer,
        value: path,
        message: 'A path is "$.name.name[0]": no filters, wildcards or "..".',
        fix: 'Name the value by such a path, or give it as a fact of its own.',
      })
    );
  }

  #unknownFact(name: string, pointer: string): undefined {
    const names = this.#facts.names();
    const fix = didYouMean(name, names, this.#facts.titles()) ?? 'Declare it under "facts".';
    return this.#fault({ code: 'unknownFact', pointer, value: name, message: `Unknown fact "${name}".`, fix });
  }

  #fault(fault: Fault): undefined {
    this.#faults.push(fault);
    return undefined;
  }
}
