import type { Expression } from '../compile/expression.js';
import { pathOf } from '../compile/path.js';
import { holdsLiteral, type Literal, type PredicateTable } from '../compile/predicates.js';
import type { Run } from '../compile/run.js';
import type { Label } from '../vocabulary/label.js';
import type { ConditionExplanation, TestExplanation } from './explanation.js';
import type { Wording } from './words.js';

/** What the denial of an operator is called, where it has a name of its own. */
const DENIALS: Readonly<Record<string, string>> = { equal: 'notEqual', in: 'notIn' };

/** Explains conditions against the facts of one run. */
export class ConditionExplainer {
  readonly #predicates: PredicateTable;
  readonly #run: Run;
  readonly #wording: Wording;

  constructor(predicates: PredicateTable, run: Run, wording: Wording) {
    this.#predicates = predicates;
    this.#run = run;
    this.#wording = wording;
  }

  holds(literal: Literal): boolean {
    return holdsLiteral(this.#predicates.tests, literal, this.#run);
  }

  explain(expression: Expression): ConditionExplanation {
    if (expression.kind === 'literal') return this.#test(expression.literal);
    if (expression.kind === 'not') {
      const part = this.explain(expression.part);
      return { kind: 'not', holds: !part.holds, parts: [part] };
    }
    const isAll = expression.kind === 'all';
    const parts: ConditionExplanation[] = [];
    let holds = isAll;
    for (const each of expression.parts) {
      const part = this.explain(each);
      if (part.holds !== isAll) holds = part.holds;
      parts.push(part);
    }
    return { kind: expression.kind, holds, parts };
  }

  #test(literal: Literal): TestExplanation {
    const comparison = this.#predicates.comparisons[literal >> 1];
    if (comparison === undefined) throw new RangeError(`No comparison ${literal}.`);
    const { slots } = this.#predicates;
    const { fact, definition, steps } = slots.describe(comparison.slot);
    const isDenied = (literal & 1) === 1;
    const operator = isDenied ? (DENIALS[comparison.operator] ?? `not:${comparison.operator}`) : comparison.operator;
    const other = comparison.other === undefined ? undefined : slots.describe(comparison.other);
    const read = this.#run.values[comparison.slot];
    const holds = this.holds(literal);
    const op = this.#wording.operator(operator, comparison.value);
    const value: Label =
      other === undefined
        ? this.#wording.value(fact, definition, comparison.value)
        : this.#wording.reference(other.definition.title, comparison.value);
    const { title } = definition;
    const text = { zh: `${title.zh}${op.zh}${value.zh}`, en: `${title.en} ${op.en} ${value.en}` };
    return {
      kind: 'test',
      fact,
      ...(steps.length > 0 && { path: pathOf(steps) }),
      operator,
      value: other === undefined ? comparison.value : { fact: other.fact, ...(comparison.value as object | undefined) },
      ...(read !== undefined && { read }),
      holds,
      text: holds ? text : withRead(text, this.#wording.value(fact, definition, read)),
    };
  }
}

/** What a failed comparison read, beside what it needs. */
function withRead({ zh, en }: Label, read: Label): Label {
  return { zh: `${zh}（现为${read.zh}）`, en: `${en} (it is ${read.en})` };
}
