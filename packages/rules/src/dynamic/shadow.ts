import { type Instant, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import type { RuleProperties } from 'json-rules-engine';
import type { CompiledParts } from '../compiled-parts.js';
import type { Decision, Outcome } from '../decisions.js';
import type { Facts } from '../facts.js';
import type { OperatorTest } from '../operator-tests.js';
import { outcomesWhere } from './settle.js';

/** A live decision that json-rules-engine would have made otherwise. */
export interface ShadowDifference {
  readonly facts: Facts;
  readonly at?: Instant;
  /** What was decided, and stays so. */
  readonly decided: readonly Outcome[];
  /** What json-rules-engine decides on the same rules. */
  readonly expected: readonly Outcome[];
}

/** How live decisions are compared with json-rules-engine. */
export interface ShadowOptions {
  /** What `toEngineRules` gives for the same document and options. */
  readonly rules: readonly RuleProperties[];
  /** What `engineOperators` gives for them. */
  readonly operators?: Readonly<Record<string, OperatorTest>>;
  /** The share of decisions that are compared, from 0 to 1. One comparison runs every rule: of 39,000 it takes seconds. */
  readonly rate: number;
  /** Gives a number from 0 up to, and without, 1 for each decision; the host's own, so that a run can be repeated. */
  readonly sample: () => number;
  /** Is told of each decision that differs. */
  readonly onDifference: (difference: ShadowDifference) => void;
  /** Is told when a comparison could not be made. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Compares a decision with json-rules-engine, some time after it was made. It never changes the decision, and never
 * throws: a fault of a hook is told to `onError`, and a fault of that is dropped.
 */
export function compareInShadow(
  parts: CompiledParts,
  facts: Facts,
  at: Instant | undefined,
  decided: Decision,
  options: ShadowOptions,
): void {
  const report = (error: unknown): void => {
    try {
      options.onError?.(error);
    } catch {
      // There is nobody left to tell.
    }
  };
  try {
    if (!(options.sample() < options.rate)) return;
    compare(parts, structuredClone(facts), at, decided, options).catch(report);
  } catch (error) {
    report(error);
  }
}

async function compare(
  parts: CompiledParts,
  facts: Facts,
  at: Instant | undefined,
  decided: Decision,
  { rules, operators = {}, onDifference }: ShadowOptions,
): Promise<void> {
  const { Engine } = await import('json-rules-engine');
  const instant = at === undefined ? undefined : toEpochMilliseconds(at);
  const named = rules.map((rule, index) => ({ ...rule, name: String(index) }));
  const engine = new Engine(named, { allowUndefinedFacts: true });
  for (const [name, test] of Object.entries(operators)) {
    engine.addOperator(name, (left: unknown, right: unknown) => test(left, right) === true);
  }
  const isInForce = instant === undefined || (parts.period.from <= instant && instant < parts.period.to);
  const { results } = isInForce ? await engine.run({ ...defaultsOf(parts), ...present(facts) }) : { results: [] };
  const rankOf = ranksOf(rules);
  const ranks = results.map(({ name }) => rankOf[Number(name)] ?? -1);
  const expected = outcomesWhere(parts.decider, ranks, facts, instant);
  if (
    expected.length === decided.outcomes.length &&
    expected.every((outcome, index) => outcome === decided.outcomes[index])
  )
    return;
  onDifference({ facts, ...(at !== undefined && { at }), decided: decided.outcomes, expected });
}

/** The rank of each rule: by falling priority, then as declared. */
function ranksOf(rules: readonly RuleProperties[]): readonly number[] {
  const ranked = [...rules.keys()].sort((a, b) => (rules[b]?.priority ?? 1) - (rules[a]?.priority ?? 1));
  const ranks: number[] = [];
  for (const [rank, index] of ranked.entries()) ranks[index] = rank;
  return ranks;
}

function defaultsOf({ predicates: { slots } }: CompiledParts): Facts {
  const defaults: Record<string, unknown> = {};
  for (let slot = 0; slot < slots.size; slot += 1) {
    const { fact, definition } = slots.describe(slot);
    if (definition.default !== undefined) defaults[fact] = definition.default;
  }
  return defaults;
}

/** An absent fact takes its default, however it is written that it is absent. */
function present(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== null));
}
