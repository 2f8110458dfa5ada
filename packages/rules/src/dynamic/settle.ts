import type { RuleDecider } from '../decider.js';
import type { Outcome } from '../decisions.js';
import type { Facts } from '../facts.js';

/** The ranks of the rules that hold, whatever hit policies and dates say. */
export function matchingRanks(decider: RuleDecider, facts: Facts): readonly number[] {
  const workspace = decider.match(facts);
  const ranks = [...workspace.matches.ranks.subarray(0, workspace.matches.count)];
  decider.release(workspace);
  return ranks;
}

/** The ranks of the rules that decide, after hit policies and dates. */
export function decidingRanks(decider: RuleDecider, facts: Facts, at: number | undefined): readonly number[] {
  const workspace = decider.match(facts);
  const { length } = decider.outcomesOf(workspace, at);
  const ranks = [...workspace.matches.ranks.subarray(0, length)];
  decider.release(workspace);
  return ranks;
}

/** The outcomes where the rules of these ranks hold, whoever found that they do. */
export function outcomesWhere(
  decider: RuleDecider,
  ranks: readonly number[],
  facts: Facts,
  at: number | undefined,
): readonly Outcome[] {
  const workspace = decider.match(facts);
  workspace.matches.ranks.set(ranks);
  workspace.matches.count = ranks.length;
  const outcomes = decider.outcomesOf(workspace, at);
  decider.release(workspace);
  return outcomes;
}
