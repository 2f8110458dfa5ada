import * as z from 'zod';
import type { Condition } from './conditions.js';
import { strictObject } from './diagnostic/strict-object.js';
import { type Effective, effectiveSchema } from './effective.js';
import type { Rule } from './rule.js';
import { type RuleTable, tableSchema } from './table/table-document.js';
import { type Words, wordsOf } from './vocabulary/label.js';

/** The hit policies, in words. */
export const HIT_POLICIES = {
  collect: {
    zh: '全部命中的规则都生效（json-rules-engine 的做法，默认）',
    en: 'all rules that hold decide, as in json-rules-engine; the default',
  },
  first: { zh: '只取优先级最高、排在最前的一条', en: 'only the first decides, by falling priority, then by order' },
  unique: { zh: '至多一条命中，两条同时命中即报错', en: 'at most one may hold; two at once are an error' },
  mostSpecific: {
    zh: '只取所指最具体的一条：依次比较各事实在层级中的深度，相同再看优先级和先后',
    en: 'only the most specific decides: the one that looks deepest into the tree of the first fact in which they differ; then by priority and order',
  },
} as const satisfies Words;

/** How many outcomes of one type a decision may have. */
export type HitPolicy = keyof typeof HIT_POLICIES;

/** What a document says of an outcome type. */
export interface OutcomeDeclaration {
  /** `collect` unless given. */
  readonly hit?: HitPolicy;
  /**
   * Of `mostSpecific`: the facts whose trees are compared, the weightiest first; unless given, those with a tree that the
   * rule set looks at, in alphabetical order. A fact without a tree counts as one level where a rule names its value.
   */
  readonly by?: readonly string[];
}

const factName = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_-]*(\.[\p{L}\p{N}_-]+)*$/u, 'letters, digits, "_" and "-", parted by dots')
  .refine((name) => !(name in Object.prototype), 'every object has this name already');

const label = strictObject({ zh: z.string().min(1), en: z.string().min(1).exactOptional() });

/** The shape of a fact that a document or a pack declares, or of a known fact that it narrows. */
const factDeclarationSchema = strictObject({
  type: z.enum(['string', 'number', 'boolean', 'array', 'object']),
  enum: z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .exactOptional(),
  tree: z.enum(['matters', 'units', 'districts', 'channels']).exactOptional(),
  default: z.unknown().exactOptional(),
  title: z.union([z.string().min(1), label]).exactOptional(),
  description: z.union([z.string().min(1), label]).exactOptional(),
});

/** Facts by name, as a document or a pack declares them. */
export const factDeclarationsSchema = z.record(factName, factDeclarationSchema);

/** A fact as a document declares it. `tree` names the pack's list that its values come from. */
export type FactDeclaration = Readonly<z.output<typeof factDeclarationSchema>>;

/** The shape of the envelope. Rules and conditions are checked apart, for there may be 39,000 of them. */
export const envelopeSchema = strictObject({
  $schema: z.string().exactOptional(),
  id: z.string().min(1),
  version: z.string().min(1),
  title: z.union([z.string().min(1), label]).exactOptional(),
  effective: effectiveSchema.exactOptional(),
  facts: factDeclarationsSchema.exactOptional(),
  conditions: z.record(z.string().min(1), z.unknown()).exactOptional(),
  outcomes: z
    .record(
      z.string().min(1),
      strictObject({
        hit: z.enum(wordsOf(HIT_POLICIES)).exactOptional(),
        by: z.array(z.string().min(1)).min(1).exactOptional(),
      }).refine(({ hit, by }) => by === undefined || hit === 'mostSpecific', 'Only "mostSpecific" takes "by"'),
    )
    .exactOptional(),
  tables: z.array(tableSchema).max(100).exactOptional(),
  rules: z.array(z.unknown()),
});

/** The envelope around rules: who they are, since when they are in force, and what their facts and outcomes mean. */
export interface RuleSetEnvelope {
  readonly $schema?: string;
  readonly id: string;
  readonly version: string;
  readonly title?: string | { readonly zh: string; readonly en?: string };
  readonly effective?: Effective;
  /** Facts beyond the known ones, and known ones narrowed. */
  readonly facts?: Readonly<Record<string, FactDeclaration>>;
  /** Conditions that rules name. */
  readonly conditions?: Readonly<Record<string, Condition>>;
  /** Hit policies by outcome type; `collect` unless given. A type that the desk does not know is declared here. */
  readonly outcomes?: Readonly<Record<string, OutcomeDeclaration>>;
  /** Decision tables, each row of which is a rule. */
  readonly tables?: readonly RuleTable[];
  readonly rules: readonly Rule[];
}

/** A rule set: an envelope, or a plain json-rules-engine array, which declares nothing and whose facts are unchecked. */
export type RuleSetDocument = RuleSetEnvelope | readonly Rule[];
