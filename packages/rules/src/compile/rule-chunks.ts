import { hashDocument } from './canonical-json.js';

/** The hashes of rules that stand next to each other, and where each such chunk ends. */
export interface RuleChunks {
  readonly ends: readonly number[];
  readonly hashes: readonly string[];
}

/** A chunk ends after about every so manyth rule, and after so many at the latest. */
const [USUAL, LONGEST] = [128, 1024];

/**
 * Hashes rules chunk by chunk. Where a chunk ends depends on the rules alone, so that a change leaves the chunks before
 * and after it as they are, and one rule more does not move all others into other chunks.
 */
export function chunkRules(rules: readonly unknown[]): RuleChunks {
  return chunksFrom(rules, 0, { ends: [], hashes: [] }, () => undefined);
}

/** The chunks after a change, where the first `same` rules and the last `sameAfter` ones stayed. */
export function rechunkRules(
  previous: RuleChunks,
  before: number,
  rules: readonly unknown[],
  same: number,
  sameAfter: number,
): RuleChunks {
  // The last chunk ended only because the rules did.
  let kept = 0;
  while (kept < previous.ends.length - 1 && (previous.ends[kept] as number) <= same) kept += 1;
  const start = kept === 0 ? 0 : (previous.ends[kept - 1] as number);
  const shift = rules.length - before;
  const knownStarts = new Map(previous.ends.map((end, chunk) => [end, chunk + 1]));
  const head = { ends: previous.ends.slice(0, kept), hashes: previous.hashes.slice(0, kept) };
  return chunksFrom(rules, start, head, (at) => {
    if (at < rules.length - sameAfter) return undefined;
    const chunk = knownStarts.get(at - shift);
    return chunk === undefined
      ? undefined
      : { ends: previous.ends.slice(chunk).map((end) => end + shift), hashes: previous.hashes.slice(chunk) };
  });
}

function chunksFrom(
  rules: readonly unknown[],
  start: number,
  head: RuleChunks,
  restAt: (end: number) => RuleChunks | undefined,
): RuleChunks {
  const ends = [...head.ends];
  const hashes = [...head.hashes];
  let first = start;
  for (let at = start; at < rules.length; at += 1) {
    const isLast = at + 1 === rules.length || at + 1 - first === LONGEST || endsChunk(rules[at]);
    if (!isLast) continue;
    hashes.push(hashDocument(rules.slice(first, at + 1)));
    first = at + 1;
    ends.push(first);
    const rest = first === rules.length ? undefined : restAt(first);
    if (rest !== undefined) return { ends: [...ends, ...rest.ends], hashes: [...hashes, ...rest.hashes] };
  }
  return { ends, hashes };
}

/** By the rule's id or name: FNV-1a, which is enough to spread the ends evenly. */
function endsChunk(rule: unknown): boolean {
  const { id, name } = (typeof rule === 'object' && rule !== null ? rule : {}) as { id?: unknown; name?: unknown };
  const text = typeof id === 'string' ? id : typeof name === 'string' ? name : '';
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return text !== '' && (hash >>> 8) % USUAL === 0;
}
