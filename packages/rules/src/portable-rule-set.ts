import type { DecidedPolicy } from './decider.js';
import type { FactType } from './facts.js';

/**
 * A compiled rule set as plain JSON, for a browser or another process: `openRuleSet` of the door `decide` takes it
 * without checking it again. Make it with `JSON.stringify(ruleSet)`, and send it only from a server that you trust.
 */
export interface PortableRuleSet {
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  /** When the document is in force, in epoch milliseconds; `null` is without bound. */
  readonly period: PortablePeriod;
  /** Hit policies other than `collect`, by outcome type; of `mostSpecific` the slots that it looks at. */
  readonly policies: Readonly<Record<string, DecidedPolicy>>;
  /** What the rules look at: facts, and ways into them. */
  readonly slots: readonly {
    readonly fact: string;
    readonly type: FactType;
    readonly default?: unknown;
    readonly path?: readonly string[];
  }[];
  /** The comparisons, each once. */
  readonly comparisons: readonly PortableComparison[];
  /** The outcomes, each once. */
  readonly outcomes: readonly { readonly type: string; readonly params: Readonly<Record<string, unknown>> }[];
  /** By rank: highest priority first, then by declaration. */
  readonly rules: {
    readonly names: readonly string[];
    readonly outcomes: readonly number[];
    readonly priorities: readonly number[];
    readonly articles: readonly (string | null)[];
    readonly periods?: readonly PortablePeriod[];
  };
  /** The conditions of all rules as integers, one after the other. */
  readonly conditions: readonly number[];
}

/** From and, without it, to, in epoch milliseconds. */
export type PortablePeriod = readonly [from: number | null, to: number | null];

/** One comparison: a slot, an operator with its decorators, and a value or another slot. */
export interface PortableComparison {
  readonly slot: number;
  readonly operator: string;
  readonly value?: unknown;
  readonly list?: readonly unknown[];
  readonly other?: number;
  readonly depths?: readonly number[];
}
