import { compileRuleSet, lintCityPack, lintRuleSet } from '@hotline-kit/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equal, packFiles, workingDays } from './procedure/pack-with.js';

const lints = (files: Readonly<Record<string, unknown>>, code: string) =>
  lintCityPack(
    packFiles(
      Object.fromEntries(
        Object.entries(files).map(([name, file]) => [
          name,
          typeof file === 'string' ? file : JSON.stringify(file, undefined, 1),
        ]),
      ),
    ),
  )
    .diagnostics.filter((diagnostic) => diagnostic.code === code)
    .map(({ file, line, pointer, severity }) => `${severity} ${file}:${line} ${pointer}`);

describe('overlapping limits', () => {
  const steps = { start: ['ticket.signed'], stop: ['citizen.contacted'] };
  const term = [
    { when: equal('urgent', true), term: workingDays(1) },
    { when: { all: [...equal('urgent', true).all, ...equal('type', 'help').all] }, term: workingDays(2) },
    { term: workingDays(3) },
  ];

  it('a term that is never chosen, because a wider condition stands before it', () => {
    expect(lints({ 'clocks.json': { own: { term, ...steps } } }, 'overlappingLimits')).toEqual([
      'warning clocks.json:19 /own/term/1',
    ]);
    const procedure = {
      extension: { limit: term },
      return: { maximum: [{ when: equal('type', 'help'), value: 1 }, { value: 2 }] },
    };
    expect(lints({ 'procedure.json': procedure }, 'overlappingLimits')).toEqual([
      expect.stringContaining('procedure.json:19 /extension/limit/1'),
    ]);
  });

  it('two clocks of one step that can both run', () => {
    const clock = (when?: object) => ({ term: workingDays(1), ...steps, ...(when && { when }) });
    const both = (a?: object, b?: object) =>
      lints({ 'clocks.json': { a: clock(a), b: clock(b) } }, 'overlappingLimits').length;
    expect(both()).toBe(1);
    expect(both(equal('urgent', true), equal('type', 'help'))).toBe(1);
    expect(both(equal('urgent', true), equal('urgent', false))).toBe(0);
  });
});

describe('conditions, sources, matters', () => {
  it('a condition of conditions.json that nothing uses, nor anything that is used', () => {
    const conditions = { used: { condition: 'inner' }, inner: equal('urgent', true), idle: { condition: 'inner' } };
    const procedure = { dispatch: { forbid: [{ when: { condition: 'used' } }] } };
    expect(lints({ 'conditions.json': conditions, 'procedure.json': procedure }, 'unusedCondition')).toEqual([
      'warning conditions.json:14 /idle',
    ]);
  });

  it('an article that SOURCES.md does not name', () => {
    const procedure = { dispatch: { article: '第一条;第九条' }, reply: { article: '第一条' } };
    const sources = { 'procedure.json': procedure, 'SOURCES.md': '第一条 sample', 'clocks.json': {} };
    expect(lints(sources, 'unnamedSource')).toEqual(['info procedure.json:3 /dispatch/article']);
    expect(lints({ ...sources, 'SOURCES.md': '第一条 第九条' }, 'unnamedSource')).toEqual([]);
  });

  it('a matter that nobody leads, at its line', () => {
    const files = {
      'matters.csv': 'code,name,parent,type\nnoise,噪声,,\nroad,道路,,\n',
      'implementation-list.csv': 'matter,district,lead,assists,article\nnoise,,riverside,,第一条\n',
      'routing.rules.json': { id: 'r', version: '1', rules: [] },
    };
    expect(lints(files, 'uncoveredMatter')).toEqual(['warning matters.csv:3 /1/code']);
  });

  it('a matter that nobody leads, in a pack without districts', () => {
    const files = {
      'units.json': { units: [{ id: 'riverside', name: '河畔镇', kind: 'street' }] },
      'pack.json': {
        format: 1,
        id: 'town',
        version: '1',
        title: { zh: '镇', en: 'Town' },
        calendar: 'office',
        fallbackUnit: 'riverside',
      },
      'matters.csv': 'code,name,parent,type\nnoise,噪声,,\nroad,道路,,\n',
      'implementation-list.csv': 'matter,district,lead,assists,article\nnoise,,riverside,,第一条\n',
    };
    expect(lints(files, 'uncoveredMatter')).toEqual(['warning matters.csv:3 /1/code']);
  });
});

describe('a rule that several others leave no case', () => {
  const rule = (id: string, conditions: object, unit = id) => ({
    id,
    conditions,
    event: { type: 'route', params: { unit } },
  });
  const dead = (rules: readonly object[]) =>
    lintRuleSet({ id: 'r', version: '1', rules })
      .filter(({ code }) => code === 'unreachableRule')
      .map(({ pointer }) => pointer);

  it('is dead: one decides where it is urgent, another where it is not', () => {
    const third = rule('c', equal('type', 'help'));
    expect(dead([rule('a', equal('urgent', true)), rule('b', equal('urgent', false)), third])).toEqual(['/rules/2']);
    expect(dead([rule('a', equal('urgent', true)), third, rule('b', equal('urgent', false))])).toEqual([]);
  });

  it('is not dead where a fact may be absent, or a case is left', () => {
    const solved = (value: string) => rule(value, equal('solved', value));
    expect(dead([solved('yes'), solved('no'), rule('c', equal('type', 'help'))])).toEqual([]);
    expect(dead([solved('yes'), rule('b', { not: equal('solved', 'yes') }), rule('c', equal('type', 'help'))])).toEqual(
      ['/rules/2'],
    );
  });

  it('is said to be dead only where it never decides, of any facts', () => {
    const test = fc.constantFrom(
      ...[
        equal('urgent', true),
        equal('urgent', false),
        equal('anonymous', true),
        equal('anonymous', false),
        equal('type', 'help'),
      ],
    );
    const conditions = fc.array(test, { minLength: 1, maxLength: 3 }).map((tests) => ({ all: tests }));
    fc.assert(
      fc.property(fc.array(conditions, { minLength: 3, maxLength: 6 }), (list) => {
        const rules = list.map((each, index) => rule(String(index), each));
        const ruleSet = compileRuleSet({ id: 'r', version: '1', rules });
        const said = new Set(dead(rules).map((pointer) => pointer.split('/')[2]));
        for (const urgent of [true, false]) {
          for (const anonymous of [true, false]) {
            for (const type of ['help', 'report', undefined]) {
              const [first] = ruleSet.decide({ urgent, anonymous, type }).outcomes;
              if (first !== undefined) expect(said.has(first.rule)).toBe(false);
            }
          }
        }
      }),
    );
  });
});
