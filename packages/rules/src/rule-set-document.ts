import * as z from 'zod';
import type { Condition } from './conditions.js';
import { strictObject } from './diagnostic/strict-object.js';
import { type Effective, effectiveSchema } from './effective.js';
import type { Rule } from './rule.js';
import { type RuleTable, tableSchema } from './table/table-document.js';

/**
 * How many outcomes of one type a decision may have: all (`collect`, as json-rules-engine does), the `first` by
 * priority and order, or one at most (`unique`: two are an error).
 */
export type HitPolicy = 'collect' | 'first' | 'unique';

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
      strictObject({ hit: z.enum(['collect', 'first', 'unique', 'mostSpecific']).exactOptional() }),
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
  readonly outcomes?: Readonly<Record<string, { readonly hit?: HitPolicy }>>;
  /** Decision tables, each row of which is a rule. */
  readonly tables?: readonly RuleTable[];
  readonly rules: readonly Rule[];
}

/** A rule set: an envelope, or a plain json-rules-engine array, which declares nothing and whose facts are unchecked. */
export type RuleSetDocument = RuleSetEnvelope | readonly Rule[];
