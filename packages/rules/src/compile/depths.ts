import type { FactTable } from './fact-table.js';
import type { PredicateTable } from './predicates.js';
import type { Parents } from './tree.js';

/** What a comparison takes in is marked with its depth in the tree of the fact; a fact without a tree is one deep. */
export function markDepths(slots: ReadonlySet<number>, predicates: PredicateTable, facts: FactTable): void {
  const depthOf = new DepthTable();
  for (const [predicate, comparison] of predicates.comparisons.entries()) {
    const { slot, operator, value, list, other } = comparison;
    if (!slots.has(slot) || other !== undefined || !MEMBERSHIPS.has(operator)) continue;
    const tree = facts.treeOf(predicates.slots.describe(slot).definition);
    const values = list ?? [value].flat();
    const tops = operator === 'within' ? new Set([value].flat()) : undefined;
    const depths = values.map((each) => (tree === undefined ? 1 : depthOf.nearest(tree, each, tops)));
    predicates.comparisons[predicate] = { ...comparison, depths };
  }
}

const MEMBERSHIPS: ReadonlySet<string> = new Set(['equal', 'in', 'within']);

class DepthTable {
  readonly #depths = new WeakMap<Parents, Map<unknown, number>>();

  /** The depth of a node, or of the nearest of `tops` at or above it. A node at the top is one deep. */
  nearest(tree: Parents, node: unknown, tops: ReadonlySet<unknown> | undefined): number {
    let at = node as string | undefined;
    while (tops !== undefined && at !== undefined && !tops.has(at)) at = tree.get(at);
    return at === undefined ? 0 : this.#depth(tree, at);
  }

  #depth(tree: Parents, node: string): number {
    const depths = this.#depths.get(tree) ?? new Map<unknown, number>();
    this.#depths.set(tree, depths);
    const known = depths.get(node);
    if (known !== undefined) return known;
    let depth = 0;
    for (let at: string | undefined = node; at !== undefined; at = tree.get(at)) depth += 1;
    depths.set(node, depth);
    return depth;
  }
}
