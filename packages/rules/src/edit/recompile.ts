import { assemble } from '../compile/assemble.js';
import { CandidateIndex } from '../compile/candidate-index.js';
import { canonicalJson } from '../compile/canonical-json.js';
import type { ComparisonTable } from '../compile/comparison-table.js';
import { LayeredIndex } from '../compile/layered-index.js';
import { mergedRanking, mergeRanks } from '../compile/merge-ranks.js';
import { patchedRanking, ranksInPlace } from '../compile/patch-ranks.js';
import { type RankedColumns, type Ranking, rankRules } from '../compile/rank-rules.js';
import { type ReadDocument, readDocument } from '../compile/read-document.js';
import { rechunkRules } from '../compile/rule-chunks.js';
import { RuleColumns } from '../compile/rule-columns.js';
import type { RuleDecider } from '../decider.js';
import { isRecord } from '../diagnostic/json-limits.js';
import { periodOf } from '../effective.js';
import { ALWAYS } from '../effective-period.js';
import type { Editable, RuleSource } from './editable.js';
import { originsInOrder, originsInPlace, type RuleOrigins } from './rule-origins.js';
import { hashRuleSet } from './rule-set-hash.js';

/** Where more rules changed, or are newer than the index, the document is compiled as a whole. */
const MOST_CHANGED = 256;

/** So many comparisons may have come since: those that no rule makes any more are forgotten with a whole compilation. */
const MOST_ADDED = 4_096;

/** A rule set whose document changed a little. */
export interface Recompiled {
  readonly editable: Editable;
  readonly decider: RuleDecider;
  readonly read: Extract<ReadDocument, { readonly ok: true }>;
}

/** What a document is made of; nothing where it is no document at all. */
export function sourceOf(document: unknown): RuleSource | undefined {
  if (Array.isArray(document)) return { rules: [...document], tables: [], rest: '' };
  if (!isRecord(document) || !Array.isArray(document.rules)) return undefined;
  const { rules, tables, id: _, version: __, title: ___, effective: ____, ...rest } = document;
  return {
    rules: [...(rules as readonly unknown[])],
    tables: Array.isArray(tables) ? [...tables] : [],
    rest: canonicalJson(rest),
  };
}

/** Compiles what changed; nothing where the document must be compiled as a whole, which also words its faults. */
export function recompile(
  old: Editable,
  document: unknown,
  setting: Readonly<Record<string, unknown>>,
): Recompiled | undefined {
  const source = sourceOf(document);
  if (source === undefined || !isSameSetting(old, source, setting) || old.besides === undefined) return undefined;
  const { rules } = source;
  const [same, sameAfter] = sameEnds(old.source.rules, rules);
  const changed = rules.slice(same, rules.length - sameAfter);
  const shift = rules.length - old.source.rules.length;
  const from = old.source.rules.length - sameAfter;
  const gone = old.source.rules.slice(same, from);
  if (changed.length + gone.length > MOST_CHANGED || !areNamed(changed, gone, rules, same)) return undefined;
  // The names of those without one are their numbers.
  if (shift !== 0 && old.ranking.rules.names.some((name) => name.startsWith('#'))) return undefined;
  const comparisons = old.comparisons.copy();
  if (comparisons === undefined || comparisons.comparisons.length > old.base.comparisons + MOST_ADDED) return undefined;
  const part = Array.isArray(document) ? changed : { ...(document as object), rules: changed, tables: [] };
  const added = new RuleColumns(same);
  const read = readDocument(part, comparisons, setting, added);
  if (!read.ok || added.placed.length > 0) return undefined;
  const newer = rankRules(added);
  const kept = { before: same, from, shift };
  const { columns, origins } = inPlace(old, newer, kept) ?? merged(old, newer, kept);
  if (origins.topRanks.length > MOST_CHANGED) return undefined;
  const chunks = rechunkRules(old.chunks, old.source.rules.length, rules, same, sameAfter);
  const ranking = { ...columns, rowOf: rowsOf(old.base, origins.baseOf) };
  const { id, version, effective, policies } = read;
  const decider = assemble({
    id,
    version,
    hash: hashRuleSet(document, chunks, ranking, comparisons, old.besides),
    predicates: comparisons,
    rules: ranking.rules,
    starts: ranking.starts,
    period: effective === undefined ? ALWAYS : periodOf(effective),
    policies,
    index: layered(old, ranking, origins, comparisons),
  });
  const editable = { ...old, source, chunks, ranking, comparisons, origins };
  return { editable, decider, read };
}

/** The declared rules that stay: those before `before`, and those from `from` on, which have moved by `shift`. */
interface KeptRules {
  readonly before: number;
  readonly from: number;
  readonly shift: number;
}

interface ChangedRanking {
  readonly columns: RankedColumns;
  readonly origins: RuleOrigins;
}

/** Changes rules where they stand, which is mostly all; nothing where the ranks of others change with them. */
function inPlace(old: Editable, newer: RankedColumns, kept: KeptRules): ChangedRanking | undefined {
  const ranks = ranksInPlace(old.ranking, newer, kept);
  return ranks && { columns: patchedRanking(old.ranking, newer, ranks), origins: originsInPlace(old.origins, ranks) };
}

function merged(old: Editable, newer: RankedColumns, kept: KeptRules): ChangedRanking {
  const order = mergeRanks(old.ranking, newer, kept);
  return { columns: mergedRanking(old.ranking, newer, order, kept), origins: originsInOrder(old.origins, order) };
}

/** Finds rows by the base: rules that changed since are none. Apart from the rankings, which it must not keep. */
function rowsOf(base: Editable['base'], baseOf: Int32Array): Ranking['rowOf'] {
  return (rank) => {
    const number = baseOf[rank] ?? -1;
    return number < 0 ? undefined : base.rowOf(number);
  };
}

function layered(
  { base }: Editable,
  { rules, starts }: Ranking,
  { rankOf, topRanks }: RuleOrigins,
  comparisons: ComparisonTable,
): LayeredIndex {
  const newer = Int32Array.from(
    topRanks.flatMap((rank) => [...rules.conditions.subarray(starts[rank], starts[rank + 1])]),
  );
  const top = new CandidateIndex(topRanks.length, newer, comparisons);
  return new LayeredIndex(base, rankOf, top, Int32Array.from(topRanks));
}

function isSameSetting(old: Editable, source: RuleSource, setting: Readonly<Record<string, unknown>>): boolean {
  const names = new Set([...Object.keys(old.setting), ...Object.keys(setting)]);
  for (const name of names) if (old.setting[name] !== setting[name]) return false;
  return (
    source.tables.length === old.source.tables.length &&
    source.tables.every((table, at) => table === old.source.tables[at]) &&
    source.rest === old.source.rest
  );
}

/** How many rules at the start and at the end are the very objects that they were. */
function sameEnds(old: readonly unknown[], now: readonly unknown[]): readonly [number, number] {
  const most = Math.min(old.length, now.length);
  let same = 0;
  while (same < most && old[same] === now[same]) same += 1;
  let after = 0;
  while (after < most - same && old[old.length - 1 - after] === now[now.length - 1 - after]) after += 1;
  return [same, after];
}

/** Whether each changed rule has an id or a name, and no other rule has that id. */
function areNamed(
  changed: readonly unknown[],
  gone: readonly unknown[],
  rules: readonly unknown[],
  from: number,
): boolean {
  const ids = new Set<unknown>();
  for (const rule of changed) {
    if (!isRecord(rule) || (rule.id === undefined && rule.name === undefined)) return false;
    if (rule.id !== undefined) ids.add(rule.id);
  }
  // Mostly a rule has the id that it had, which no other one has.
  for (const rule of gone) ids.delete(idOf(rule));
  if (ids.size === 0) return true;
  for (let at = 0; at < rules.length; at += 1) {
    if (at === from) at += changed.length;
    const id = idOf(rules[at]);
    if (id !== undefined && ids.has(id)) return false;
  }
  return true;
}

function idOf(rule: unknown): unknown {
  return (rule as { readonly id?: unknown } | undefined)?.id;
}
