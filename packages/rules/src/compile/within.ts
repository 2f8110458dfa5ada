import type { Fault } from '../diagnostic/diagnostic.js';
import type { FactTable } from './fact-table.js';
import type { Operand } from './operands.js';
import { branchOf } from './tree.js';

/** The values that a `within` stands for, or why it stands for none. */
type WithinValues =
  | { readonly values: readonly string[]; readonly negated: boolean }
  | (Omit<Fault, 'pointer'> & { readonly at: string });

/** Reads a comparison with `within`: the branch of the fact's tree that its value names. */
export function withinValues(
  raw: Readonly<Record<string, unknown>>,
  decorators: readonly string[],
  left: Operand,
  facts: FactTable,
): WithinValues {
  const odd = decorators.find((name) => name !== 'not');
  if (odd !== undefined) {
    const message = `"within" takes no decorator but "not", and not "${odd}".`;
    return {
      code: 'withinDecorator',
      at: 'operator',
      value: odd,
      message,
      allowed: ['not'],
      fix: 'Write "within" or "not:within".',
    };
  }
  const tree = left.definition && facts.treeOf(left.definition);
  if (tree === undefined) {
    const message = `"within" needs a tree, and none is known for the fact "${left.fact ?? ''}".`;
    const fix = 'Use a fact whose values are matters or units, in a pack; or list the values with "in".';
    return { code: 'treeUnknown', at: 'operator', value: raw.operator, message, fix };
  }
  const tops: readonly unknown[] = Array.isArray(raw.value) ? raw.value : [raw.value];
  if (tops.length === 0)
    return { code: 'emptyList', at: 'value', message: '"within" has an empty list.', fix: 'List at least one value.' };
  const values = new Set<string>();
  for (const [index, top] of tops.entries()) {
    const branch = typeof top === 'string' ? branchOf(tree, top) : [];
    if (branch.length === 0) {
      const isUnit = left.definition?.domain === 'units';
      return {
        code: isUnit ? 'unknownUnit' : 'unknownMatter',
        at: Array.isArray(raw.value) ? `value/${index}` : 'value',
        value: top,
        message: `There is no ${isUnit ? 'unit' : 'matter'} ${JSON.stringify(top)}.`,
        fix:
          facts.guesses(isUnit ? 'units' : 'matters').didYouMean(top) ??
          `Add it to ${isUnit ? 'units.json' : 'matters.csv'}.`,
      };
    }
    for (const node of branch) values.add(node);
  }
  return { values: [...values], negated: decorators.length % 2 === 1 };
}
