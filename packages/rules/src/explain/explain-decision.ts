import { type Instant, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import { ConditionReader } from '../compile/condition-code.js';
import type { Expression } from '../compile/expression.js';
import type { TableRowName } from '../compile/rank-rules.js';
import type { Run } from '../compile/run.js';
import type { CompiledParts } from '../compiled-parts.js';
import type { Decision, Outcome } from '../decisions.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { decidingRanks } from '../dynamic/settle.js';
import type { Facts } from '../facts.js';
import type { Label } from '../vocabulary/label.js';
import { reversalsOf, type Trial, trialsFor } from './changes.js';
import { conditionText } from './condition-text.js';
import { ConditionExplainer } from './explain-condition.js';
import type { Change, ConditionExplanation, Explanation, RuleExplanation, RuleStatus } from './explanation.js';
import { missingOf, type NearMiss, nearMisses } from './near-misses.js';
import { Wording } from './words.js';

/** What an explanation is asked for. */
export interface ExplainOptions {
  /** Why this rule did not decide: its id. */
  readonly rule?: string;
  /** Why this unit was not chosen: the rules whose outcome names it. */
  readonly unit?: string;
  /** Explains the decision of this instant; without it, dates do not count. */
  readonly at?: Instant;
  /** How many near misses, and how many changes, at most: 5 of each unless given; with 0 they are not looked for. */
  readonly most?: number;
}

/** So many near misses are looked at for changes. */
const TRIED = 40;

/** Explains a decision. */
export function explainDecision(parts: CompiledParts, facts: Facts, options: ExplainOptions): Explanation {
  return new DecisionExplainer(parts, facts, options).explain();
}

class DecisionExplainer {
  readonly #parts: CompiledParts;
  readonly #facts: Facts;
  readonly #options: ExplainOptions;
  readonly #at: number | undefined;
  readonly #run: Run;
  readonly #wording: Wording;
  readonly #conditions: ConditionExplainer;
  readonly #decision: Decision;
  /** The ranks of the rules that decided. */
  readonly #deciding: readonly number[];

  constructor(parts: CompiledParts, facts: Facts, options: ExplainOptions) {
    this.#parts = parts;
    this.#facts = facts;
    this.#options = options;
    this.#at = options.at === undefined ? undefined : toEpochMilliseconds(options.at);
    this.#decision = this.#decide(facts);
    this.#deciding = this.#decision.outcomes.length === 0 ? [] : decidingRanks(parts.decider, facts, this.#at);
    const { slots } = parts.predicates;
    this.#run = slots.newRun();
    slots.fill(this.#run, facts);
    this.#wording = new Wording(parts.names);
    this.#conditions = new ConditionExplainer(parts.predicates, this.#run, this.#wording);
  }

  explain(): Explanation {
    const { rule, unit, most = 5 } = this.#options;
    const { rules, starts, predicates } = this.#parts;
    const { outcomes, ruleSet } = this.#decision;
    const why = this.#deciding.map((rank) => this.#rule(rank, 0));
    const isSearched = most > 0 || rule !== undefined || unit !== undefined;
    const missing = isSearched ? missingOf(rules, starts, predicates, this.#run) : new Uint16Array(0);
    const whyNot = rule === undefined && unit === undefined ? [] : this.#whyNot(missing);
    const near = most > 0 ? nearMisses(missing, rules.names, Math.max(most, TRIED)) : [];
    const nearest = near.slice(0, most).map((miss) => this.#rule(miss.rank, miss.missing));
    const changes = most > 0 ? this.#changes(near, most) : [];
    const lines = [
      ...(why.length === 0 ? [{ zh: '没有规则命中。', en: 'No rule holds.' }] : why.map(({ text }) => text)),
      ...whyNot.map(({ text }) => text),
      ...changes.map(({ text }) => text),
    ];
    const text = { zh: lines.map(({ zh }) => zh).join('\n'), en: lines.map(({ en }) => en).join('\n') };
    return { outcomes, ruleSet, why, whyNot, nearest, changes, text };
  }

  #decide(facts: Facts): Decision {
    const at = this.#at;
    return this.#parts.decider.decide(facts, at === undefined ? {} : { at });
  }

  #whyNot(missing: Uint16Array): readonly RuleExplanation[] {
    const { rules } = this.#parts;
    const { rule, unit, most = 5 } = this.#options;
    if (rule !== undefined && !rules.names.includes(rule)) {
      const hint = didYouMean(rule, [...new Set(rules.names)]);
      throw new RangeError(`No rule "${rule}" in this rule set.${hint === undefined ? '' : ` ${hint}`}`);
    }
    const isAsked = (rank: number): boolean =>
      (rule === undefined || rules.names[rank] === rule) && (unit === undefined || namesUnit(rules.params[rank], unit));
    const deciding = new Set(this.#deciding);
    const holding: number[] = [];
    for (let rank = missing.indexOf(0); rank >= 0; rank = missing.indexOf(0, rank + 1)) {
      if (isAsked(rank) && !deciding.has(rank)) holding.push(rank);
    }
    const count = rule === undefined ? Math.max(most, 1) : 1;
    const isDecided = rule !== undefined && [...deciding].some(isAsked);
    const near = isDecided ? [] : nearMisses(missing, rules.names, count, isAsked);
    return [...holding.map((rank) => this.#rule(rank, 0)), ...near.map((miss) => this.#rule(miss.rank, miss.missing))];
  }

  #rule(rank: number, missing: number): RuleExplanation {
    const { rules, titles, rowOf } = this.#parts;
    const conditions = this.#conditions.explain(this.#expression(rank));
    const [rule = '', type = '', params = {}, priority = 1] = [
      rules.names[rank],
      rules.types[rank],
      rules.params[rank],
      rules.priorities[rank],
    ];
    const status = this.#status(rank, conditions.holds);
    const by =
      status === 'overruled' ? this.#decision.outcomes.find((outcome) => outcome.type === type)?.rule : undefined;
    const article = rules.articles[rank];
    const raw = titles[rank];
    const title = typeof raw === 'string' ? { zh: raw, en: raw } : raw;
    const row = rowOf(rank);
    return {
      rule,
      ...(title !== undefined && { title }),
      ...(row !== undefined && { row }),
      outcome: { type, params },
      priority,
      ...(article !== undefined && { article }),
      status,
      ...(by !== undefined && { by }),
      missing,
      conditions,
      text: ruleText(rule, row, article, status, by, conditions, Array.isArray(this.#parts.policies.get(type))),
    };
  }

  #status(rank: number, holds: boolean): RuleStatus {
    if (!holds) return 'failed';
    const { rules, period } = this.#parts;
    const at = this.#at;
    const isInForce = [period, rules.periods?.[rank]].every(
      (each) => at === undefined || each === undefined || (each.from <= at && at < each.to),
    );
    if (!isInForce) return 'notInForce';
    return this.#deciding.includes(rank) ? 'decided' : 'overruled';
  }

  #expression(rank: number): Expression {
    const { rules, starts } = this.#parts;
    return new ConditionReader(rules.conditions, starts[rank]).read();
  }

  #changes(near: readonly NearMiss[], most: number): readonly Change[] {
    const { predicates } = this.#parts;
    const holds = (literal: number): boolean => this.#conditions.holds(literal);
    const readSlot = (slot: number): unknown => this.#run.values[slot];
    const trials: Trial[] = [
      ...this.#deciding.flatMap((rank) => reversalsOf(this.#expression(rank), predicates, readSlot)),
      ...near.flatMap(({ rank }) => trialsFor(this.#expression(rank), predicates, holds, readSlot)),
    ];
    const changes = new Map<string, Change>();
    for (const trial of trials) {
      const key = `${trial.fact} ${JSON.stringify(trial.to)}`;
      const change = changes.has(key) ? undefined : this.#try(trial);
      if (change !== undefined) changes.set(key, change);
      if (changes.size >= most) break;
    }
    return [...changes.values()];
  }

  #try({ fact, definition, to }: Trial): Change | undefined {
    const before = this.#decision.outcomes;
    const after = this.#decide({ ...this.#facts, [fact]: to }).outcomes;
    const gained = after.filter((outcome) => !before.includes(outcome));
    const lost = before.filter((outcome) => !after.includes(outcome));
    if (gained.length + lost.length === 0) return undefined;
    const from = this.#facts[fact] ?? definition.default;
    const value = this.#wording.value(fact, definition, to);
    const [come, go] = [gained, lost].map((outcomes) => outcomes.map((outcome) => this.#outcomeText(outcome)));
    const zh = [...(come ?? []).map(({ zh }) => `将${zh}`), ...(go ?? []).map(({ zh }) => `不再${zh}`)];
    const en = [...(come ?? []).map(({ en }) => en), ...(go ?? []).map(({ en }) => `no longer ${en}`)];
    return {
      fact,
      ...(from !== undefined && { from }),
      to,
      gained,
      lost,
      text: {
        zh: `若${definition.title.zh}为${value.zh}，${zh.join('，')}。`,
        en: `If ${definition.title.en} were ${value.en}: ${en.join('; ')}.`,
      },
    };
  }

  #outcomeText({ type, params, rule }: Outcome): Label {
    const unit = typeof params.unit === 'string' ? params.unit : undefined;
    const named = unit === undefined ? undefined : this.#parts.names?.('units', unit);
    if (type === 'route' && unit !== undefined) {
      return { zh: `派给${named?.zh ?? unit}（规则 ${rule}）`, en: `route to ${named?.en ?? unit} (rule "${rule}")` };
    }
    return { zh: `执行 ${type}（规则 ${rule}）`, en: `${type} (rule "${rule}")` };
  }
}

function namesUnit(params: Readonly<Record<string, unknown>> | undefined, unit: string): boolean {
  return (
    params !== undefined &&
    Object.values(params).some((value) => value === unit || (Array.isArray(value) && value.includes(unit)))
  );
}

function ruleText(
  rule: string,
  row: TableRowName | undefined,
  article: string | undefined,
  status: RuleStatus,
  by: string | undefined,
  conditions: ConditionExplanation,
  isSpecific: boolean,
): Label {
  const { zh, en } = conditionText(conditions);
  const law = article === undefined ? '' : `《${article}》`;
  const basis = article === undefined ? '' : ` [${article}]`;
  const subject = {
    zh: `规则 ${rule}${row === undefined ? law || ' ' : `（表 ${row.table} 第${row.row}行）${law}`}`,
    en: `Rule "${rule}"${row === undefined ? '' : ` (table "${row.table}", row ${row.row})`}${basis}`,
  };
  switch (status) {
    case 'decided':
      return { zh: `${subject.zh}命中：${zh}。`, en: `${subject.en} holds: ${en}.` };
    case 'overruled':
      return {
        zh: `${subject.zh}也符合，但规则 ${by ?? ''} ${isSpecific ? '更具体' : '在先'}。`,
        en: `${subject.en} holds too, but rule "${by ?? ''}" ${isSpecific ? 'is more specific' : 'comes first'}.`,
      };
    case 'notInForce':
      return { zh: `${subject.zh}此时未生效。`, en: `${subject.en} is not in force at that time.` };
    case 'failed':
      return { zh: `${subject.zh}未命中，还缺：${zh}。`, en: `${subject.en} does not hold; it needs: ${en}.` };
  }
}
