/** Most levels of a tree of units or matters. Whoever looks for what lies above goes through all of them. */
export const MOST_LEVELS = 64;

/** Where the way up from a node of a tree leads that is no tree. */
export type WayUp =
  | { readonly kind: 'circle' /** From the node back to itself. */; readonly way: readonly string[] }
  | { readonly kind: 'tooDeep' };

/** What is wrong with the way up from a node; nothing where it leads to the top, or into a circle of others. */
export function wayUp(id: string, parentOf: (id: string) => string | undefined): WayUp | undefined {
  const way = new Set([id]);
  for (let at = parentOf(id); at !== undefined; at = parentOf(at)) {
    if (at === id) return { kind: 'circle', way: [...way, id] };
    if (way.has(at)) return undefined;
    if (way.size > MOST_LEVELS) return { kind: 'tooDeep' };
    way.add(at);
  }
  return undefined;
}
