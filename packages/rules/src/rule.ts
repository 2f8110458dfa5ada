import * as z from 'zod';
import type { RootCondition } from './conditions.js';
import { strictObject } from './diagnostic/strict-object.js';
import { type Effective, effectiveSchema } from './effective.js';
import type { Label } from './vocabulary/label.js';

const title = z.union([
  z.string().min(1),
  strictObject({ zh: z.string().min(1), en: z.string().min(1).exactOptional() }),
]);

/** The shape of a rule. `conditions` and the parameters of the event are checked apart. */
export const ruleSchema = strictObject({
  id: z.string().min(1).exactOptional(),
  name: z.string().min(1).exactOptional(),
  title: title.exactOptional(),
  description: title.exactOptional(),
  article: z.string().min(1).exactOptional(),
  source: z.string().min(1).exactOptional(),
  basis: z.enum(['text', 'sample']).exactOptional(),
  tags: z.array(z.string()).exactOptional(),
  enabled: z.boolean().exactOptional(),
  effective: effectiveSchema.exactOptional(),
  priority: z.int('A whole number from 1 is needed').positive('A whole number from 1 is needed').exactOptional(),
  conditions: z.record(z.string(), z.unknown()),
  event: strictObject({ type: z.string().min(1), params: z.record(z.string(), z.unknown()).exactOptional() }),
  tests: z
    .array(
      strictObject({
        title: title.exactOptional(),
        at: z.string().exactOptional(),
        facts: z.record(z.string(), z.unknown()),
        expect: z.unknown(),
      }),
    )
    .exactOptional(),
});

/** The keys that a rule may have. */
export const RULE_KEYS: ReadonlySet<string> = new Set(Object.keys(ruleSchema.shape));

/**
 * A rule: one of json-rules-engine, and what a lawful decision needs beside it.
 *
 * `id` names it in decisions; `article` is the article of law that it carries out; `basis` says whether its numbers
 * stand in that text or are a sample; `priority` is 1 unless given, and the higher is decided first.
 */
export interface Rule {
  readonly id?: string;
  readonly name?: string;
  readonly title?: string | { readonly zh: string; readonly en?: string };
  readonly description?: string | { readonly zh: string; readonly en?: string };
  readonly article?: string;
  readonly source?: string;
  readonly basis?: 'text' | 'sample';
  readonly tags?: readonly string[];
  /** A rule that is not enabled is checked, but never decides. */
  readonly enabled?: boolean;
  readonly effective?: Effective;
  readonly priority?: number;
  readonly conditions: RootCondition;
  readonly event: { readonly type: string; readonly params?: Readonly<Record<string, unknown>> };
  readonly tests?: readonly RuleTest[];
}

/** An example that a rule carries with it: with these facts, this is decided. */
export interface RuleTest {
  readonly title?: string | Partial<Label>;
  readonly at?: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly expect: unknown;
}
