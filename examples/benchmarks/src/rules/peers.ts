import { ZenEngine } from '@gorules/zen-engine';
import { compileRuleSet, toEngineRules } from '@hotline-kit/rules';
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import { type CityFacts, type CityRule, type Test, unitTable } from './city.js';
import { cityDocument } from './document.js';

/** An engine that holds the rules of a city. */
export interface RulePeer {
  /** The ids of the rules that hold, in any order. */
  readonly decide: (facts: CityFacts) => readonly string[] | Promise<readonly string[]>;
  /** What is measured: a decision, and whatever the engine gives for it. */
  readonly run: (facts: CityFacts) => unknown;
}

/** Ours. */
export function ours(rules: readonly CityRule[]): RulePeer {
  const ruleSet = compileRuleSet(cityDocument(rules));
  return {
    decide: (facts) => ruleSet.decide(facts).outcomes.map(({ rule }) => rule),
    run: (facts) => ruleSet.decide(facts),
  };
}

/** What no engine can beat: the unit of a matter in a district by two look-ups, and nothing of the other rules. */
export function twoMaps(rules: readonly CityRule[]): (facts: CityFacts) => string | undefined {
  const table = unitTable(rules);
  return ({ matterCode, area }) => table.get(matterCode)?.get(area);
}

/** json-rules-engine, which runs every rule. */
export function jsonRulesEngine(rules: readonly CityRule[]): RulePeer {
  const engine = new Engine(toEngineRules(cityDocument(rules)));
  return {
    decide: async (facts) => (await engine.run(facts)).results.map(({ name }) => name),
    run: (facts) => engine.run(facts),
  };
}

/** GoRules ZEN: one decision table that collects, a row a rule. */
export function zen(rules: readonly CityRule[]): RulePeer {
  const columns = [
    'matterCode',
    'area',
    'road',
    'channel',
    'tags',
    'amount',
    'repeats',
    'returns',
    'overdueHours',
    'handleState',
  ];
  const inputs = columns.map((field) => ({ id: field, name: field, type: 'expression', field }));
  const content = {
    inputs: [...inputs, { id: 'more', name: 'more', type: 'expression', field: '' }],
    outputs: [{ id: 'rule', name: 'rule', type: 'expression', field: 'rule' }],
    hitPolicy: 'collect',
    rules: rules.map(({ id, tests }) => {
      const row: Record<string, string> = { _id: id, rule: JSON.stringify(id), more: '' };
      for (const column of columns) row[column] = '';
      for (const test of tests) {
        if (test.is === 'any') row.more = test.parts.map(zenExpression).join(' or ');
        else row[test.fact] = zenCell(test);
      }
      return row;
    }),
  };
  const nodes = [
    { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
    { id: 'table', name: 'table', type: 'decisionTableNode', content, position: { x: 1, y: 0 } },
    { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
  ];
  const edges = [
    { id: 'e1', type: 'edge', sourceId: 'in', targetId: 'table' },
    { id: 'e2', type: 'edge', sourceId: 'table', targetId: 'out' },
  ];
  const decision = new ZenEngine().createDecision({ contentType: 'application/vnd.gorules.decision', nodes, edges });
  return {
    decide: async (facts) => {
      const { result } = await decision.evaluate(facts);
      return (result as readonly { readonly rule: string }[]).map(({ rule }) => rule);
    },
    run: (facts) => decision.evaluate(facts),
  };
}

function zenCell(test: Exclude<Test, { is: 'any' }>): string {
  switch (test.is) {
    case 'equal':
      return JSON.stringify(test.value);
    case 'notEqual':
      return `$ != ${JSON.stringify(test.value)}`;
    case 'in':
      return test.value.map((value) => JSON.stringify(value)).join(', ');
    case 'contains':
      return `contains($, ${JSON.stringify(test.value)})`;
    case 'atLeast':
      return `>= ${test.value}`;
    case 'above':
      return `> ${test.value}`;
  }
}

function zenExpression(test: Test): string {
  if (test.is === 'equal') return `${test.fact} == ${JSON.stringify(test.value)}`;
  if (test.is === 'atLeast') return `${test.fact} >= ${test.value}`;
  throw new Error(`Not written for ZEN: ${JSON.stringify(test)}`);
}

/** json-logic-engine: each rule compiled once, then all asked in turn. */
export function jsonLogic(rules: readonly CityRule[]): RulePeer {
  const engine = new LogicEngine();
  const compiled = rules.map(({ id, tests }) => ({
    id,
    holds: engine.build({ and: tests.map(logic) }) as (facts: CityFacts) => boolean,
  }));
  const decide = (facts: CityFacts): string[] => {
    const held: string[] = [];
    for (const { id, holds } of compiled) if (holds(facts)) held.push(id);
    return held;
  };
  return { decide, run: decide };
}

function logic(test: Test): unknown {
  if (test.is === 'any') return { or: test.parts.map(logic) };
  const fact = { var: test.fact };
  switch (test.is) {
    case 'equal':
      return { '===': [fact, test.value] };
    case 'notEqual':
      return { '!==': [fact, test.value] };
    case 'in':
      return { in: [fact, test.value] };
    case 'contains':
      return { in: [test.value, fact] };
    case 'atLeast':
      return { '>=': [fact, test.value] };
    case 'above':
      return { '>': [fact, test.value] };
  }
}
