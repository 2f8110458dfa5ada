import diff from 'microdiff';
import { isRecord } from '../diagnostic/json-limits.js';
import { ORDER, PARTS, type PackDocuments, type Part } from './pack-documents.js';

/** A value inside something that changed. */
interface ValueChange {
  /** Where it stands, for example `term.amount`. */
  readonly path: string;
  /** Absent where it was added. */
  readonly before?: unknown;
  /** Absent where it was removed. */
  readonly after?: unknown;
}

/** One thing that only one of two packs says, or that they say differently. */
export interface PackDifference {
  readonly part: Part;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Its id; `(order)` is the order in which rules are asked. */
  readonly id: string;
  readonly title?: string;
  readonly changes?: readonly ValueChange[];
}

/** All that two packs say differently, part by part. */
export function diffPacks(before: PackDocuments, after: PackDocuments): readonly PackDifference[] {
  return (Object.keys(PARTS) as Part[]).flatMap((part) => partDifferences(part, before[part], after[part]));
}

function partDifferences(
  part: Part,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): readonly PackDifference[] {
  const found: PackDifference[] = [];
  for (const [id, value] of after) {
    if (id === ORDER) found.push(...orderDifference(part, before, after));
    else if (!before.has(id)) found.push({ part, kind: 'added', id, ...titled(value) });
    else {
      const changes = changesOf(before.get(id), value);
      if (changes.length > 0) found.push({ part, kind: 'changed', id, ...titled(value), changes });
    }
  }
  for (const [id, value] of before) {
    if (!after.has(id) && id !== ORDER) found.push({ part, kind: 'removed', id, ...titled(value) });
  }
  return found;
}

/** Rules of the same priority decide in the order in which they stand. */
function orderDifference(
  part: Part,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): readonly PackDifference[] {
  const [old, now] = [before.get(ORDER), after.get(ORDER)].map((ids) => (Array.isArray(ids) ? (ids as string[]) : []));
  const common = [old?.filter((id) => after.has(id)) ?? [], now?.filter((id) => before.has(id)) ?? []] as const;
  const at = common[0].findIndex((id, index) => common[1][index] !== id);
  if (at === -1) return [];
  const change = { path: String(at + 1), before: common[0][at], after: common[1][at] };
  return [{ part, kind: 'changed', id: '(order)', changes: [change] }];
}

function changesOf(before: unknown, after: unknown): readonly ValueChange[] {
  return diff({ value: before }, { value: after }).map((each) => ({
    path: each.path
      .slice(1)
      .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
      .join(''),
    ...(each.type !== 'CREATE' && { before: each.oldValue as unknown }),
    ...(each.type !== 'REMOVE' && { after: each.value as unknown }),
  }));
}

function titled(value: unknown): { readonly title?: string } {
  if (!isRecord(value)) return {};
  const title = value.title ?? value.name;
  if (typeof title === 'string') return { title };
  return isRecord(title) && typeof title.zh === 'string' ? { title: title.zh } : {};
}
