import type { Term } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { strictObject } from './diagnostic/strict-object.js';

/** A value that is read from another fact when the rule runs. */
export interface FactReference {
  readonly fact: string;
  /** `$.a.b[0]`: a dotted way into an object or a list. */
  readonly path?: string;
  /** Of `withinTerm` and `beyondTerm`: the term that begins at that date. */
  readonly term?: Term;
  /** The calendar that counts the term: its id in the pack; the pack's own unless given. */
  readonly calendar?: string;
}

/** One comparison: a fact, an operator, and what it is compared with. */
export interface TestCondition {
  readonly fact: string;
  readonly operator: string;
  readonly value: string | number | boolean | readonly (string | number | boolean)[] | FactReference;
  readonly path?: string;
  readonly name?: string;
  readonly priority?: number;
}

/** A condition of json-rules-engine: a comparison, a combination, or the name of a condition. */
export type Condition =
  | TestCondition
  | { readonly all: readonly Condition[]; readonly name?: string; readonly priority?: number }
  | { readonly any: readonly Condition[]; readonly name?: string; readonly priority?: number }
  | { readonly not: Condition; readonly name?: string; readonly priority?: number }
  | { readonly condition: string; readonly name?: string; readonly priority?: number };

/** A condition as json-rules-engine wants it at the root of a rule: a combination or a name, not a bare comparison. */
export type RootCondition = Exclude<Condition, TestCondition>;

const naming = { name: z.string().exactOptional(), priority: z.int().positive().exactOptional() };

/**
 * The shape of each kind of node. Children stay `unknown`: the compiler walks them itself, for it must be fast over
 * 39,000 rules, and asks these schemas only to word the faults of a node that it refused.
 */
export const nodeSchemas = {
  all: strictObject({ all: z.array(z.unknown()).min(1), ...naming }),
  any: strictObject({ any: z.array(z.unknown()).min(1), ...naming }),
  not: strictObject({ not: z.record(z.string(), z.unknown()), ...naming }),
  condition: strictObject({ condition: z.string().min(1), ...naming }),
  fact: strictObject({
    fact: z.string().min(1),
    operator: z.string().min(1),
    value: z.unknown().refine((value) => value !== undefined && value !== null, 'A value is needed, and null is none'),
    path: z.string().exactOptional(),
    ...naming,
  }),
};

/** The key that tells what kind of node a condition is. */
export type NodeKind = keyof typeof nodeSchemas;

/** The kinds of node, the most telling key first. */
export const NODE_KINDS: readonly NodeKind[] = ['all', 'any', 'not', 'condition', 'fact'];

/** The shape of a reference to another fact. */
export const referenceSchema = strictObject({ fact: z.string().min(1), path: z.string().exactOptional() });
