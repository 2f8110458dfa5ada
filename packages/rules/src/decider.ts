import type { Matches, RuleIndex } from './compile/candidate-index.js';
import type { Run } from './compile/run.js';
import type { SlotTable } from './compile/slots.js';
import type { Specificity } from './compile/specificity.js';
import type { Decision, Outcome } from './decisions.js';
import type { Period } from './effective-period.js';
import type { Facts, TicketFacts } from './facts.js';
import { NotUniqueError } from './not-unique-error.js';

/** A hit policy as it decides: `mostSpecific` is the slots that it looks at, the weightiest first. */
export type DecidedPolicy = 'first' | 'unique' | readonly number[];

/** What decides: a compiled rule set, or one that was opened from its portable form. Immutable. */
export interface Decider {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the document as canonical JSON: the same for the same meaning, whatever the layout of the file. */
  readonly hash: string;
  /** How many rules can decide. A rule that finds its unit by relation counts once for each district. */
  readonly size: number;
  /**
   * Decides on facts. Outcomes come by falling priority, then in the order of declaration.
   *
   * With `at` (a `Date`, or epoch milliseconds), only what is in force then decides; without it, dates do not count.
   *
   * @throws RuleFactError where a fact has another type than its definition says.
   * @throws NotUniqueError where two rules decide on a type that is declared `unique`.
   * @example
   * ruleSet.decide({ matter: 'noise', urgent: true }).outcomes[0];
   * // { type: 'route', params: { unit: 'urban-management' }, rule: 'noise-at-night', priority: 10, article: '…' }
   */
  decide(facts: Facts | TicketFacts, options?: { readonly at?: Date | number }): Decision;
}

/** The rules of a rule set, by rank: the order in which their outcomes stand. */
export interface RankedRules {
  readonly names: readonly string[];
  readonly types: readonly string[];
  readonly params: readonly Readonly<Record<string, unknown>>[];
  readonly priorities: Int32Array;
  readonly articles: readonly (string | undefined)[];
  /** The conditions as integers, one after the other. */
  readonly conditions: Int32Array;
  /** Only where some rule has dates of its own. */
  readonly periods?: readonly Period[];
}

/** The room of one decision. */
export interface Workspace {
  readonly run: Run;
  readonly matches: Matches;
}

/** `Decider` over a candidate index. */
export class RuleDecider implements Decider {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly size: number;
  readonly #slots: SlotTable;
  readonly #index: RuleIndex;
  readonly #rules: RankedRules;
  readonly #period: Period;
  readonly #policies: ReadonlyMap<string, DecidedPolicy>;
  readonly #specificity: Specificity | undefined;
  readonly #identity: Decision['ruleSet'];
  /** Each is made when its rule first decides; of full length from the first one on, for a sparse array would be slow. */
  #outcomes: (Outcome | undefined)[] | undefined;
  /** One per decision under way: an operator of the host may itself decide. */
  readonly #workspaces: Workspace[] = [];

  constructor(parts: {
    readonly id: string;
    readonly version: string;
    readonly hash: string;
    readonly slots: SlotTable;
    readonly index: RuleIndex;
    readonly rules: RankedRules;
    readonly period: Period;
    readonly policies: ReadonlyMap<string, DecidedPolicy>;
    /** Where some policy is `mostSpecific`. */
    readonly specificity: Specificity | undefined;
  }) {
    this.id = parts.id;
    this.version = parts.version;
    this.hash = parts.hash;
    this.size = parts.rules.names.length;
    this.#slots = parts.slots;
    this.#index = parts.index;
    this.#rules = parts.rules;
    this.#period = parts.period;
    this.#policies = parts.policies;
    this.#specificity = parts.specificity;
    this.#identity = Object.freeze({ id: parts.id, version: parts.version, hash: parts.hash });
    Object.freeze(this);
  }

  decide(facts: Facts | TicketFacts, options: { readonly at?: Date | number } = {}): Decision {
    const at = options.at === undefined ? undefined : Number(options.at);
    if (at !== undefined && !isWithin(this.#period, at)) {
      return { outcomes: [], ruleSet: this.#identity };
    }
    const workspace = this.match(facts as Facts);
    const outcomes = this.outcomesOf(workspace, at);
    this.release(workspace);
    return { outcomes, ruleSet: this.#identity };
  }

  /** Finds the rules that hold. The room in which they stand is given back by `release`. */
  match(facts: Facts): Workspace {
    const { size } = this;
    // Where an operator or a fact throws, its room is not used again.
    const workspace = this.#workspaces.pop() ?? {
      run: this.#slots.newRun(),
      matches: { ranks: new Int32Array(size), count: 0, seen: new Float64Array(size), stamp: 0 },
    };
    const { run, matches } = workspace;
    this.#slots.fill(run, facts);
    matches.stamp += 1;
    matches.count = 0;
    this.#index.collect(run, matches);
    return workspace;
  }

  release(workspace: Workspace): void {
    this.#workspaces.push(workspace);
  }

  /**
   * The outcomes of the rules that hold, after hit policies and dates. The ranks of those that decide then stand first in
   * `matches.ranks`.
   */
  outcomesOf(workspace: Workspace, at: number | undefined): Outcome[] {
    const count = this.#settle(workspace, at);
    const { ranks } = workspace.matches;
    this.#outcomes ??= new Array<Outcome | undefined>(this.size).fill(undefined);
    const known = this.#outcomes;
    const outcomes: Outcome[] = [];
    for (let index = 0; index < count; index += 1) {
      const rank = ranks[index] as number;
      let outcome = known[rank];
      if (outcome === undefined) {
        outcome = this.#makeOutcome(rank);
        known[rank] = outcome;
      }
      outcomes.push(outcome);
    }
    return outcomes;
  }

  /** Puts the ranks of the rules that decide first, in their order: so many they are. */
  #settle({ matches: { ranks, count }, run }: Workspace, at: number | undefined): number {
    sortAscending(ranks, count);
    const { periods } = this.#rules;
    const inForce =
      periods === undefined || at === undefined
        ? count
        : keep(ranks, count, (rank) => isWithin(periods[rank] as Period, at));
    return this.#policies.size === 0 ? inForce : this.#withPolicies(ranks, inForce, run);
  }

  #makeOutcome(rank: number): Outcome {
    const { names, types, params, priorities, articles } = this.#rules;
    const article = articles[rank];
    return Object.freeze({
      type: types[rank] as string,
      params: params[rank] as Readonly<Record<string, unknown>>,
      rule: names[rank] as string,
      priority: priorities[rank] as number,
      ...(article !== undefined && { article }),
    });
  }

  /** Of each type with a hit policy, the rule that it chooses is left. */
  #withPolicies(ranks: Int32Array, count: number, run: Run): number {
    const { types, names } = this.#rules;
    const chosen = new Map<string, number>();
    for (const rank of ranks.subarray(0, count)) {
      const type = types[rank] as string;
      const policy = this.#policies.get(type);
      const best = chosen.get(type);
      if (policy === undefined) continue;
      if (best === undefined) chosen.set(type, rank);
      else if (policy === 'unique') throw new NotUniqueError(type, [names[best] as string, names[rank] as string]);
      else if (policy !== 'first' && this.#specificity?.isDeeper(rank, best, policy, run)) chosen.set(type, rank);
    }
    return keep(ranks, count, (rank) => (chosen.get(types[rank] as string) ?? rank) === rank);
  }
}

function isWithin({ from, to }: Period, at: number): boolean {
  return from <= at && at < to;
}

/** Moves the ranks that are kept to the front: so many they are. */
function keep(ranks: Int32Array, count: number, isKept: (rank: number) => boolean): number {
  let kept = 0;
  for (const rank of ranks.subarray(0, count)) {
    if (!isKept(rank)) continue;
    ranks[kept] = rank;
    kept += 1;
  }
  return kept;
}

/** A decision has some ten outcomes: inserting beats the general sort, which stands by for large ones. */
function sortAscending(ranks: Int32Array, count: number): void {
  if (count > 64) {
    ranks.subarray(0, count).sort();
    return;
  }
  for (let index = 1; index < count; index += 1) {
    const rank = ranks[index] as number;
    let at = index - 1;
    while (at >= 0 && (ranks[at] as number) > rank) {
      ranks[at + 1] = ranks[at] as number;
      at -= 1;
    }
    ranks[at + 1] = rank;
  }
}
