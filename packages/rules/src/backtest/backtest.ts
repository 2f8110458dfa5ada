import { type Instant, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import type { Decider } from '../decider.js';
import type { Outcome } from '../decisions.js';
import { isRecord } from '../diagnostic/json-limits.js';
import type { Facts } from '../facts.js';
import type { BacktestReport, CaseDecision, CaseDifference } from './backtest-report.js';
import { OutcomeBook } from './outcome-book.js';
import { Tally } from './tally.js';

/** A past case: its facts, and when it was decided. */
export interface BacktestCase {
  readonly facts: Facts;
  /** The instant of the decision; without it, dates of rules do not count. */
  readonly at?: Instant;
  /** What the case is called in the report. */
  readonly id?: string;
}

/** How a backtest runs. */
export interface BacktestOptions {
  /** How many differences the report keeps: the first 100 unless given. All of them are counted. */
  readonly most?: number;
  /** Is given each difference as it is found: to write them all to a file, for example. */
  readonly onDifference?: (difference: CaseDifference) => void;
}

/**
 * Decides past cases by two versions of the rules, and says what differs: per unit, per matter, and case by case. The
 * cases are read one by one and not kept, so that a generator may give any number of them.
 *
 * A case is `{ facts, at?, id? }`, or its facts alone. One that a version refuses (a fact of the wrong type, two rules
 * at once on a unique outcome, an instant that is none) is counted under `refused` and does not end the run.
 *
 * @example
 * const report = backtest(compileRuleSet(now), compileRuleSet(draft), [{ facts: { matter: 'noise' }, id: '26-00017' }]);
 * report.moves; // [{ from: 'ecology', to: 'police', cases: 1 }]
 */
export function backtest(
  before: Decider,
  after: Decider,
  cases: Iterable<BacktestCase | Facts>,
  options: BacktestOptions = {},
): BacktestReport {
  const run = new Backtest(before, after, options);
  for (const each of cases) run.add(each);
  return run.report();
}

/**
 * A backtest that is fed case by case: for cases that arrive over time, from a stream for example.
 *
 * @example
 * const run = new Backtest(before, after);
 * for await (const row of rows) run.add({ facts: row });
 * run.report().different; // 12
 */
export class Backtest {
  readonly #before: Decider;
  readonly #after: Decider;
  readonly #options: BacktestOptions;
  readonly #book = new OutcomeBook();
  readonly #tally = new Tally();
  readonly #differences: CaseDifference[] = [];
  #cases = 0;
  #different = 0;
  #otherReason = 0;
  readonly #refused = { before: 0, after: 0 };

  constructor(before: Decider, after: Decider, options: BacktestOptions = {}) {
    this.#before = before;
    this.#after = after;
    this.#options = options;
  }

  /** Decides one more case by both versions. */
  add(each: BacktestCase | Facts): void {
    const { facts, at, id } = readCase(each);
    const before = decide(this.#before, facts, at);
    const after = decide(this.#after, facts, at);
    const index = this.#cases;
    this.#cases += 1;
    if ('error' in before) this.#refused.before += 1;
    if ('error' in after) this.#refused.after += 1;
    const old = this.#weigh(before, index, 1);
    const now = this.#weigh(after, index, 2);
    const isDifferent = !isSame(old, now);
    const { matter } = facts;
    this.#tally.close(typeof matter === 'string' ? matter : '', isDifferent);
    if (!isDifferent) {
      if (!isSameReason(before, after)) this.#otherReason += 1;
      return;
    }
    this.#different += 1;
    const [from, to] = [this.#lead(old), this.#lead(now)];
    if (from !== to) this.#tally.move(from, to);
    const { most = 100, onDifference } = this.#options;
    if (this.#differences.length >= most && onDifference === undefined) return;
    const difference = { index, ...(id !== undefined && { id }), facts, before, after };
    if (this.#differences.length < most) this.#differences.push(difference);
    onDifference?.(difference);
  }

  /** What was found so far. */
  report(): BacktestReport {
    return {
      before: identityOf(this.#before),
      after: identityOf(this.#after),
      cases: this.#cases,
      same: this.#cases - this.#different,
      different: this.#different,
      otherReason: this.#otherReason,
      refused: { ...this.#refused },
      ...this.#tally.result(),
      differences: [...this.#differences],
    };
  }

  /** The numbers of a decision's outcomes; the units that they name are noted. A refusal is its code. */
  #weigh(decision: CaseDecision, index: number, side: 1 | 2): Weighed {
    if ('error' in decision) return decision.error.code;
    const { outcomes } = decision;
    const numbers = new Array<number>(outcomes.length);
    for (let at = 0; at < outcomes.length; at += 1) {
      const number = this.#book.numberOf(outcomes[at] as Outcome);
      numbers[at] = number;
      for (const unit of this.#book.units[number] as readonly string[]) this.#tally.name(unit, index, side);
    }
    return numbers;
  }

  #lead(weighed: Weighed): string | undefined {
    if (typeof weighed === 'string') return undefined;
    const routed = weighed.find((number) => this.#book.leads[number] !== undefined);
    return routed === undefined ? undefined : this.#book.leads[routed];
  }
}

/** What a decision does: the numbers of its outcomes, or the code of its refusal. */
type Weighed = readonly number[] | string;

function isSame(before: Weighed, after: Weighed): boolean {
  if (typeof before === 'string' || typeof after === 'string') return before === after;
  if (before.length !== after.length) return false;
  for (let at = 0; at < before.length; at += 1) if (before[at] !== after[at]) return false;
  return true;
}

function isSameReason(before: CaseDecision, after: CaseDecision): boolean {
  if ('error' in before || 'error' in after) return true;
  return before.outcomes.every((old, at) => {
    const now = after.outcomes[at] as Outcome;
    return old === now || (old.rule === now.rule && old.priority === now.priority && old.article === now.article);
  });
}

function readCase(each: BacktestCase | Facts): BacktestCase {
  return Object.hasOwn(each, 'facts') && isRecord(each.facts) ? (each as BacktestCase) : { facts: each as Facts };
}

/** A refusal that the engine words is a result of its own; any other error is a fault and ends the run. */
function decide(decider: Decider, facts: Facts, at: Instant | undefined): CaseDecision {
  try {
    return decider.decide(facts, at === undefined ? NO_OPTIONS : { at: toEpochMilliseconds(at) });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
    return { error: { code: error.code, message: error.message } };
  }
}

const NO_OPTIONS = Object.freeze({});

function identityOf({ id, version, hash }: Decider): BacktestReport['before'] {
  return { id, version, hash };
}
