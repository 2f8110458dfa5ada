import { readFileSync } from 'node:fs';
import { CODES, type Diagnostic, lintCityPack, testCityPack } from '@hotline-kit/rules';
import { describe, expect, it } from 'vitest';
import { packFiles, workingDays } from './procedure/pack-with.js';

const page = readFileSync(new URL('../../../docs/reference/diagnostics.md', import.meta.url), 'utf8');

const is = (fact: string, value: unknown) => ({ fact, operator: 'equal', value });
const route = { type: 'route', params: { unit: 'hillside' } };
const other = { type: 'route', params: { unit: 'riverside' } };
const whole = { article: '第一条', tests: [{ facts: {}, expect: {} }] };

/** A rule file whose rules lack nothing but what they are about. */
function rules(list: readonly Record<string, unknown>[], more: Record<string, unknown> = {}) {
  const document = {
    id: 'r',
    version: '1',
    effective: { from: '2026-01-01' },
    outcomes: { route: { hit: 'first' } },
    rules: list.map((rule, index) => ({ id: `r${index}`, ...whole, event: route, ...rule })),
    ...more,
  };
  return { 'routing.rules.json': JSON.stringify(document, undefined, 1) };
}

const one = (all: readonly unknown[], more: Record<string, unknown> = {}) => rules([{ conditions: { all }, ...more }]);
const steps = { start: ['ticket.signed'], stop: ['citizen.contacted'] };

/** What the issue asks of the lints, by its own words: a code, and files that have the fault. */
const LIST: readonly (readonly [what: string, code: string, files: Readonly<Record<string, string>>])[] = [
  ['unknown word: a fact', 'unknownFact', one([is('mater', 'noise')])],
  ['unknown word: an operator', 'unknownOperator', one([{ fact: 'matter', operator: 'equals', value: 'noise' }])],
  ['unknown word: a key', 'unknownKey', one([{ ...is('matter', 'noise'), paht: '$.a' }])],
  ['unknown word: a value', 'unknownValue', one([is('type', 'complain')])],
  ['unknown word: a matter', 'unknownMatter', one([is('matter', 'nois')])],
  [
    'unknown word: a unit',
    'unknownUnit',
    one([is('urgent', true)], { event: { type: 'route', params: { unit: 'hil' } } }),
  ],
  ['unknown word: an outcome', 'unknownOutcome', one([is('urgent', true)], { event: { type: 'rout' } })],
  ['type mismatch', 'operatorType', one([{ fact: 'repeatCount', operator: 'greaterThan', value: '3' }])],
  ['empty root', 'emptyCondition', rules([{ conditions: { all: [] } }])],
  [
    'mixed root',
    'ambiguousCondition',
    rules([{ conditions: { all: [is('urgent', true)], any: [is('urgent', true)] } }]),
  ],
  [
    'contradictory range',
    'neverHolds',
    one([
      { fact: 'repeatCount', operator: 'greaterThan', value: 5 },
      { fact: 'repeatCount', operator: 'lessThan', value: 3 },
    ]),
  ],
  ['always true', 'alwaysHolds', rules([{ conditions: { any: [is('urgent', true), is('urgent', false)] } }])],
  [
    'duplicate',
    'duplicateRule',
    rules([{ conditions: { all: [is('matter', 'noise')] } }, { conditions: { all: [is('matter', 'noise')] } }]),
  ],
  [
    'subsumed',
    'subsumedRule',
    rules(
      [5, 2].map((value) => ({
        conditions: { all: [{ fact: 'repeatCount', operator: 'greaterThan', value }] },
        event: { type: 'tag', params: { tag: 'x' } },
      })),
    ),
  ],
  [
    'conflict',
    'conflictingRules',
    rules([
      { conditions: { all: [is('matter', 'noise')] } },
      { conditions: { all: [is('matter', 'noise')] }, event: other },
    ]),
  ],
  [
    'unreachable',
    'unreachableRule',
    rules([
      { conditions: { all: [is('matter', 'noise')] } },
      { conditions: { all: [is('matter', 'noise'), is('urgent', true)] }, event: other },
    ]),
  ],
  [
    'equally specific',
    'equallySpecific',
    rules(
      [
        { conditions: { all: [is('matter', 'noise'), is('urgent', true)] } },
        { conditions: { all: [is('matter', 'noise'), is('channel', 'web')] }, event: other },
      ],
      { outcomes: { route: { hit: 'mostSpecific', by: ['matter'] } } },
    ),
  ],
  [
    'uncovered matter × district',
    'uncoveredMatter',
    {
      'matters.csv': 'code,name,parent,type\nnoise,噪声,,\n',
      'implementation-list.csv': 'matter,district,lead,assists,article\nnoise,east,riverside,,第一条\n',
    },
  ],
  [
    'circular condition',
    'conditionCycle',
    { 'conditions.json': JSON.stringify({ a: { condition: 'b' }, b: { condition: 'a' } }, undefined, 1) },
  ],
  ['unused condition', 'unusedCondition', rules([], { conditions: { idle: { all: [is('urgent', true)] } } })],
  ['reserved key', 'reservedOutcome', one([is('urgent', true)], { event: { type: 'error' } })],
  ['forbidden key', 'forbiddenKey', { 'conditions.json': '{\n "__proto__": { "all": [] }\n}' }],
  [
    'unsafe path',
    'pathNotAllowed',
    rules([{ conditions: { all: [{ ...is('o', 1), path: '$..*' }] } }], { facts: { o: { type: 'object' } } }),
  ],
  ['unsafe pattern', 'operatorType', one([{ fact: 'street', operator: 'matchesGlob', value: '*'.repeat(201) }])],
  ['missing article', 'missingArticle', one([is('urgent', true)], { article: undefined })],
  ['missing test', 'missingTest', one([is('urgent', true)], { tests: undefined })],
  ['failing test', 'failingTest', one([is('urgent', true)], { tests: [{ facts: {}, expect: { route: 'hillside' } }] })],
  [
    'overlapping limits',
    'overlappingLimits',
    {
      'clocks.json': JSON.stringify(
        { a: { term: workingDays(1), ...steps }, b: { term: workingDays(2), ...steps } },
        undefined,
        1,
      ),
    },
  ],
  ['undated', 'undated', rules([], { effective: undefined })],
  [
    'a key that stands twice',
    'duplicateKey',
    {
      'conditions.json':
        '{\n "a": { "condition": "b" },\n "b": { "all": [{ "fact": "urgent", "operator": "equal", "value": true }] },\n "a": { "condition": "b" }\n}',
    },
  ],
  ['an article of no source', 'unnamedSource', one([is('urgent', true)], { article: '第九十九条' })],
];

function found(files: Readonly<Record<string, string>>, code: string): readonly Diagnostic[] {
  const all = packFiles({ 'SOURCES.md': '第一条', ...files });
  const { pack, diagnostics } = lintCityPack(all);
  const tests = pack === undefined ? [] : testCityPack(pack, all).diagnostics;
  return [...diagnostics, ...tests].filter((each) => each.code === code);
}

describe('each lint: a stable code, file, line, column, JSON pointer, message, fix, severity, and a row of the reference', () => {
  it.each(LIST)('%s', (_, code, files) => {
    const [file = ''] = Object.keys(files);
    const [first] = found(files, code);
    expect(first).toMatchObject({
      code,
      file,
      message: expect.stringMatching(/\.$/),
      fix: expect.stringMatching(/\S/),
    });
    expect(first?.line).toBeGreaterThan(0);
    expect(first?.column).toBeGreaterThan(0);
    expect(first?.pointer).toMatch(code === 'undated' ? /^$/ : /^\//);
    const [, severity = 'error'] =
      new RegExp(`^\\| \`${code}\` \\|(?: (error|warning|info) \\|)?`, 'm').exec(page) ?? [];
    expect(page).toContain(`| \`${code}\` |`);
    expect(first?.severity).toBe(severity);
    expect(Object.keys(CODES)).toContain(code);
  });

  it('a conflict names both rules with their articles', () => {
    const files = rules([
      { conditions: { all: [is('matter', 'noise')] }, article: '第一条' },
      { conditions: { all: [is('matter', 'noise')] }, article: '第二条', event: other },
    ]);
    const [conflict] = found(files, 'conflictingRules');
    expect(conflict?.message).toMatch(/"r0" \(第一条\).*"r1" \(第二条\)/);
  });

  it('an uncovered matter names the districts that nobody serves', () => {
    const [, , files = {}] = LIST.find(([, code]) => code === 'uncoveredMatter') ?? [];
    expect(found(files, 'uncoveredMatter')[0]?.message).toMatch(/a unit in west 西城区\.$/);
  });
});
