import { type Instant, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import type { Engine, RuleProperties } from 'json-rules-engine';
import { ConditionReader } from '../compile/condition-code.js';
import { stepsOf } from '../compile/path.js';
import { follow } from '../compile/slots.js';
import type { CompiledParts } from '../compiled-parts.js';
import type { Decision } from '../decisions.js';
import type { Facts } from '../facts.js';
import { mayHold, ranksLookingAt } from './candidates.js';
import { type DynamicFacts, FactSource } from './dynamic-facts.js';
import { engineCondition } from './engine-condition.js';
import { matchingRanks, outcomesWhere } from './settle.js';

/** How a decision on dynamic facts is made. */
export interface AsyncOptions {
  /** Decides by what is in force at this instant; without it, dates do not count. */
  readonly at?: Instant;
  /** Gives the decision up when it ends. */
  readonly signal?: AbortSignal;
  /** How long all dynamic facts together may take; 10,000 unless given. */
  readonly timeoutMilliseconds?: number;
}

const TIMEOUT_IN_MILLISECONDS = 10_000;

/**
 * Decides on facts of which some are functions. What the other facts decide is decided by the index; the rules that
 * look at a dynamic fact and may still hold run in a json-rules-engine of their own, so that decisions at the same time
 * do not disturb each other.
 */
export async function decideAsync(parts: CompiledParts, facts: DynamicFacts, options: AsyncOptions): Promise<Decision> {
  const { decider, predicates, rules, starts } = parts;
  const at = options.at === undefined ? undefined : toEpochMilliseconds(options.at);
  const isOpen = (fact: string): boolean => Object.hasOwn(facts, fact) && typeof facts[fact] === 'function';
  const constant: Facts = Object.fromEntries(Object.entries(facts).filter(([, value]) => typeof value !== 'function'));
  const open = new Set(
    Array.from({ length: predicates.slots.size }, (_, slot) => slot).filter((slot) =>
      isOpen(predicates.slots.describe(slot).fact),
    ),
  );
  const dynamic = open.size === 0 ? [] : ranksLookingAt(parts, open);
  const isInForce = at === undefined || (parts.period.from <= at && at < parts.period.to);
  if (dynamic.length === 0 || !isInForce) return decider.decide(constant, at === undefined ? {} : { at });
  const { signal, timeoutMilliseconds = TIMEOUT_IN_MILLISECONDS } = options;
  const source = new FactSource(facts, { ...(signal && { signal }), timeoutMilliseconds });
  const run = predicates.slots.newRun();
  predicates.slots.fill(run, constant);
  const candidates = dynamic.filter((rank) =>
    mayHold(new ConditionReader(rules.conditions, starts[rank]), predicates, open, run),
  );
  const values: Record<string, unknown> = { ...constant };
  const fired = await source.during(
    candidates.length === 0 ? Promise.resolve([]) : runEngine(parts, candidates, source, values),
  );
  const touched = new Set(dynamic);
  const decided = matchingRanks(decider, constant).filter((rank) => !touched.has(rank));
  const { id, version, hash } = decider;
  return { outcomes: outcomesWhere(decider, [...decided, ...fired], values, at), ruleSet: { id, version, hash } };
}

/** The ranks of the rules that hold; the dynamic facts that were asked for are entered in `values`. */
async function runEngine(
  parts: CompiledParts,
  ranks: readonly number[],
  source: FactSource,
  values: Record<string, unknown>,
): Promise<readonly number[]> {
  const { predicates, rules, starts, operators } = parts;
  const { Engine: FreshEngine } = await import('json-rules-engine');
  const engine: Engine = new FreshEngine([], {
    allowUndefinedFacts: true,
    pathResolver: (value, path) => follow(value, stepsOf(path) ?? []),
  });
  for (const [name, test] of Object.entries(operators)) {
    engine.addOperator(name, (left: unknown, right: unknown) => test(left, right) === true);
  }
  for (const rank of ranks) {
    const conditions = engineCondition(new ConditionReader(rules.conditions, starts[rank]).read(), predicates);
    const rule: RuleProperties = { name: String(rank), conditions, event: { type: 'holds' } };
    engine.addRule(rule);
  }
  const { slots } = predicates;
  for (let slot = 0; slot < slots.size; slot += 1) {
    const { fact, definition } = slots.describe(slot);
    engine.addFact(fact, async () => {
      const value = await source.read(fact);
      // Throws where the value has another type than the fact.
      slots.fill(slots.newRun(), { [fact]: value });
      values[fact] = value;
      return value ?? definition.default;
    });
  }
  const { results } = await engine.run();
  return results.map(({ name }) => Number(name));
}
