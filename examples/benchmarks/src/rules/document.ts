import type { CityRule, Test } from './city.js';

const OPERATORS = {
  equal: 'equal',
  notEqual: 'notEqual',
  in: 'in',
  contains: 'contains',
  atLeast: 'greaterThanInclusive',
  above: 'greaterThan',
} as const;

/** The rules of a city as a rule set of this project; `toEngineRules` makes json-rules-engine's of it. */
export function cityDocument(rules: readonly CityRule[]) {
  return {
    id: 'bench',
    version: '1',
    facts: {
      matterCode: { type: 'string' },
      area: { type: 'string' },
      road: { type: 'string' },
      channel: { type: 'string' },
      kind: { type: 'string' },
      tags: { type: 'array', default: [] },
      amount: { type: 'number', default: 0 },
      urgent: { type: 'boolean', default: false },
      repeats: { type: 'number', default: 0 },
      returns: { type: 'number', default: 0 },
      overdueHours: { type: 'number', default: 0 },
      handleState: { type: 'string' },
    },
    outcomes: { unit: { hit: 'collect' }, step: { hit: 'collect' } },
    rules: rules.map(({ id, tests, outcome }) => ({ id, conditions: { all: tests.map(condition) }, event: outcome })),
  };
}

function condition(test: Test): unknown {
  if (test.is === 'any') return { any: test.parts.map(condition) };
  return { fact: test.fact, operator: OPERATORS[test.is], value: test.value };
}
