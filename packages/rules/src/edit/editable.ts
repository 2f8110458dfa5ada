import type { ComparisonTable } from '../compile/comparison-table.js';
import type { BaseIndex } from '../compile/layered-index.js';
import type { Ranking } from '../compile/rank-rules.js';
import type { RuleChunks } from '../compile/rule-chunks.js';
import type { RuleOrigins } from './rule-origins.js';

/** What a rule set remembers of its making, so that a changed document need not be compiled as a whole. */
export interface Editable {
  /** What it was compiled with, by name. */
  readonly setting: Readonly<Record<string, unknown>>;
  readonly source: RuleSource;
  readonly chunks: RuleChunks;
  /** What the hash takes in beside the document and the comparisons; nothing where a rule stands once per district. */
  readonly besides: Readonly<Record<string, unknown>> | undefined;
  readonly ranking: Ranking;
  readonly comparisons: ComparisonTable;
  readonly base: BaseIndex & Pick<Ranking, 'rowOf'> & { readonly comparisons: number };
  readonly origins: RuleOrigins;
}

/** The parts of a document that a change is looked for in. */
export interface RuleSource {
  readonly rules: readonly unknown[];
  readonly tables: readonly unknown[];
  /** Everything but rules, tables, and what only names the document, as canonical JSON. */
  readonly rest: string;
}
