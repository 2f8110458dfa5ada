/**
 * Whether two values are the same JSON: whatever the order of their keys, and what is undefined is not there. It tells
 * what equal canonical texts tell, without writing them.
 * @example
 * sameJson({ a: 1, b: [2] }, { b: [2], a: 1 }); // true
 */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, i) => sameJson(each, b[i]));
  }
  const [mine, theirs] = [a as Record<string, unknown>, b as Record<string, unknown>];
  let left = 0;
  for (const key of Object.keys(theirs)) if (theirs[key] !== undefined) left += 1;
  for (const key of Object.keys(mine)) {
    if (mine[key] === undefined) continue;
    if (!Object.hasOwn(theirs, key) || !sameJson(mine[key], theirs[key])) return false;
    left -= 1;
  }
  return left === 0;
}
