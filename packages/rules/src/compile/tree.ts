/** A tree as each node's parent. A node without one stands at the top. */
export type Parents = ReadonlyMap<string, string | undefined>;

const childrenOf = new WeakMap<Parents, ReadonlyMap<string, readonly string[]>>();

/**
 * A node and all below it; empty for one that the tree does not have.
 *
 * @example
 * branchOf(new Map([['noise', undefined], ['noise-night', 'noise']]), 'noise'); // ['noise', 'noise-night']
 */
export function branchOf(parents: Parents, top: string): readonly string[] {
  if (!parents.has(top)) return [];
  const children = childrenOf.get(parents) ?? readChildren(parents);
  const branch = new Set([top]);
  for (const node of branch) for (const child of children.get(node) ?? []) branch.add(child);
  return [...branch];
}

function readChildren(parents: Parents): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const [node, parent] of parents) {
    if (parent === undefined) continue;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [node]);
    else siblings.push(node);
  }
  childrenOf.set(parents, children);
  return children;
}
