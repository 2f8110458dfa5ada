import { type Instant, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import type { CompiledParts } from './compiled-parts.js';
import type { Decider } from './decider.js';
import type { Decision } from './decisions.js';
import { type AsyncOptions, decideAsync } from './dynamic/decide-async.js';
import type { DynamicFacts } from './dynamic/dynamic-facts.js';
import { compareInShadow, type ShadowOptions } from './dynamic/shadow.js';
import type { Editable } from './edit/editable.js';
import type { Period } from './effective-period.js';
import { type ExplainOptions, explainDecision } from './explain/explain-decision.js';
import type { Explanation } from './explain/explanation.js';
import type { Facts, TicketFacts } from './facts.js';
import type { PortablePeriod, PortableRuleSet } from './portable-rule-set.js';

/** A compiled rule set: immutable, hashed, and quick at any number of rules. */
export interface RuleSet extends Decider {
  /**
   * Decides on facts. Outcomes come by falling priority, then in the order of declaration.
   *
   * With `at`, only what is in force at that instant decides; without it, dates do not count.
   *
   * @throws RuleFactError where a fact has another type than its definition says.
   * @throws NotUniqueError where two rules decide on a type that is declared `unique`.
   * @throws InvalidInstantError where `at` is no instant.
   * @example
   * ruleSet.decide({ matter: 'noise', urgent: true }).outcomes[0];
   * // { type: 'route', params: { unit: 'urban-management' }, rule: 'noise-at-night', priority: 10, article: '…' }
   */
  decide(facts: Facts | TicketFacts, options?: { readonly at?: Instant }): Decision;
  /**
   * Decides on facts of which some are functions: each is asked only where a rule that may still hold looks at it, at most
   * once, and may read other facts. Outcomes, hit policies and dates are those of `decide`. Each decision has a
   * json-rules-engine of its own, so that decisions at the same time do not disturb each other.
   *
   * @throws DynamicFactError where a function throws; `cause` is what it threw.
   * @throws FactCycleError where functions wait for one another.
   * @throws DecisionTimeoutError where the functions take longer than `timeoutMilliseconds`, 10,000 unless given.
   * @throws DecisionAbortedError where `signal` ends.
   * @throws RuleFactError, NotUniqueError, InvalidInstantError as `decide`.
   * @example
   * await ruleSet.decideAsync({ matter: 'noise', repeatCount: ({ read }) => store.countRepeats(read('matter')) });
   */
  decideAsync(facts: DynamicFacts, options?: AsyncOptions): Promise<Decision>;
  /**
   * A decider that decides the same, and compares a share of its decisions with json-rules-engine afterwards. What it
   * finds goes to a hook; the decisions are never changed, delayed or refused by it.
   *
   * @example
   * const live = ruleSet.shadowed({
   *   rules: toEngineRules(document), operators: engineOperators(document),
   *   rate: 0.001, sample: nextOfMyGenerator, onDifference: (difference) => log.error(difference),
   * });
   */
  shadowed(options: ShadowOptions): Decider;
  /**
   * Why it decides as it does: the rules that decided and the values they read; why a rule or a unit did not; the rules
   * that came nearest; and which change of one fact would change the decision. Plain JSON, in words of both languages.
   *
   * @throws RangeError where `rule` names no rule.
   * @example
   * ruleSet.explain({ matter: 'noise', urgent: false }, { rule: 'noise-at-night' }).whyNot[0]?.text.en;
   * // 'Rule "noise-at-night" does not hold: Urgent is "yes" is needed, but it is "no".'
   */
  explain(facts: Facts | TicketFacts, options?: ExplainOptions): Explanation;
  /** The rule set for `openRuleSet` of the door `decide`, in a browser for example. */
  toJSON(): PortableRuleSet;
}

/** `RuleSet` over a decider and what it was made of. */
export class CompiledRuleSet implements RuleSet {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly size: number;
  readonly #parts: CompiledParts;

  constructor(parts: CompiledParts) {
    const { id, version, hash, size } = parts.decider;
    this.id = id;
    this.version = version;
    this.hash = hash;
    this.size = size;
    this.#parts = parts;
    Object.freeze(this);
  }

  /** What a rule set remembers of its making, where it was asked to. */
  static editableOf(ruleSet: RuleSet): Editable | undefined {
    return ruleSet instanceof CompiledRuleSet ? ruleSet.#parts.editable : undefined;
  }

  /** The names of its rules by rank, without writing the whole down as `toJSON` does. */
  static namesOf(ruleSet: RuleSet): readonly string[] | undefined {
    return ruleSet instanceof CompiledRuleSet ? ruleSet.#parts.rules.names : undefined;
  }

  decide(facts: Facts | TicketFacts, options?: { readonly at?: Instant }): Decision {
    const { decider } = this.#parts;
    return options?.at === undefined
      ? decider.decide(facts)
      : decider.decide(facts, { at: toEpochMilliseconds(options.at) });
  }

  decideAsync(facts: DynamicFacts, options: AsyncOptions = {}): Promise<Decision> {
    return decideAsync(this.#parts, facts, options);
  }

  shadowed(options: ShadowOptions): Decider {
    const { id, version, hash, size } = this;
    return Object.freeze({
      id,
      version,
      hash,
      size,
      decide: (facts: Facts | TicketFacts, given?: { readonly at?: Instant }): Decision => {
        const decision = this.decide(facts, given);
        compareInShadow(this.#parts, facts as Facts, given?.at, decision, options);
        return decision;
      },
    });
  }

  explain(facts: Facts | TicketFacts, options: ExplainOptions = {}): Explanation {
    return explainDecision(this.#parts, facts as Facts, options);
  }

  toJSON(): PortableRuleSet {
    const { predicates, rules, period, policies } = this.#parts;
    const { slots } = predicates;
    const outcomes: { readonly type: string; readonly params: Readonly<Record<string, unknown>> }[] = [];
    // Equal parameters are one object already.
    const known = new Map<object, Map<string, number>>();
    const outcomeOf = (rank: number): number => {
      const [type = '', params = {}] = [rules.types[rank], rules.params[rank]];
      const byType = known.get(params) ?? new Map<string, number>();
      known.set(params, byType);
      const index = byType.get(type) ?? outcomes.push({ type, params }) - 1;
      byType.set(type, index);
      return index;
    };
    return {
      format: 1,
      id: this.id,
      version: this.version,
      hash: this.hash,
      period: portable(period),
      policies: Object.fromEntries(policies),
      slots: Array.from({ length: slots.size }, (_, slot) => {
        const { fact, definition, steps } = slots.describe(slot);
        const { type, default: byDefault } = definition;
        return {
          fact,
          type,
          ...(byDefault !== undefined && { default: byDefault }),
          ...(steps.length > 0 && { path: steps }),
        };
      }),
      comparisons: predicates.comparisons,
      rules: {
        names: rules.names,
        outcomes: rules.names.map((_, rank) => outcomeOf(rank)),
        priorities: [...rules.priorities],
        articles: rules.articles.map((article) => article ?? null),
        ...(rules.periods && { periods: rules.periods.map(portable) }),
      },
      outcomes,
      conditions: [...rules.conditions],
    };
  }
}

function portable({ from, to }: Period): PortablePeriod {
  return [Number.isFinite(from) ? from : null, Number.isFinite(to) ? to : null];
}
