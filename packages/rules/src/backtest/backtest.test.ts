import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRuleSet } from '../compile-rule-set.js';
import { Backtest, backtest } from './backtest.js';
import type { CaseDifference } from './backtest-report.js';

const when = (fact: string, operator: string, value: unknown) => ({ all: [{ fact, operator, value }] });
const route = (unit: string, assists?: readonly string[]) => ({
  type: 'route',
  params: { unit, ...(assists && { assists }) },
});
const rules = (version: string, noiseUnit: string, more: readonly unknown[] = []) =>
  compileRuleSet({
    id: 'routing',
    version,
    outcomes: { route: { hit: 'first' }, supervise: { hit: 'unique' } },
    rules: [
      { id: 'noise', conditions: when('matter', 'equal', 'noise'), event: route(noiseUnit, ['street']) },
      { id: 'road', conditions: when('matter', 'equal', 'road'), event: route('works') },
      ...more,
    ],
  });
const supervise = (id: string, level: number) => ({
  id,
  conditions: when('returnCount', 'greaterThanInclusive', level),
  event: { type: 'supervise', params: { level, office: 'supervision' } },
});
const before = rules('1', 'ecology');
const after = rules('2', 'police', [supervise('s1', 1), supervise('s2', 2)]);

describe('a backtest', () => {
  const cases = [
    { id: 'A', facts: { matter: 'noise' } },
    { id: 'B', facts: { matter: 'road' } },
    { id: 'C', facts: { matter: 'road', returnCount: 1 } },
    { id: 'D', facts: { matter: 'road', returnCount: 2 } },
    { id: 'E', facts: { matter: 'noise' } },
    { id: 'F', facts: {} },
  ];
  const report = backtest(before, after, cases);

  it('counts the decisions that differ, and says which rules were compared', () => {
    expect(report).toMatchObject({ cases: 6, same: 2, different: 4, otherReason: 0 });
    expect(report.before).toEqual({ id: 'routing', version: '1', hash: before.hash });
    expect(report.after.hash).toBe(after.hash);
  });

  it('tells each unit how many cases it gains and loses, as lead, assist or office', () => {
    expect(report.byUnit).toEqual([
      { unit: 'ecology', before: 2, after: 0, gained: 0, lost: 2 },
      { unit: 'police', before: 0, after: 2, gained: 2, lost: 0 },
      { unit: 'supervision', before: 0, after: 1, gained: 1, lost: 0 },
      { unit: 'works', before: 3, after: 2, gained: 0, lost: 1 },
      { unit: 'street', before: 2, after: 2, gained: 0, lost: 0 },
    ]);
  });

  it('tells for each matter how many cases change', () => {
    expect(report.byMatter).toEqual([
      { matter: 'noise', cases: 2, different: 2 },
      { matter: 'road', cases: 3, different: 2 },
      { matter: '', cases: 1, different: 0 },
    ]);
  });

  it('tells which unit hands its cases to which', () => {
    expect(report.moves).toEqual([
      { from: 'ecology', to: 'police', cases: 2 },
      { from: 'works', cases: 1 },
    ]);
  });

  it('goes on where a version refuses to decide, and counts it', () => {
    expect(report.refused).toEqual({ before: 0, after: 1 });
    expect(report.differences.find(({ id }) => id === 'D')?.after).toMatchObject({ error: { code: 'notUnique' } });
    const wrong = backtest(before, after, [{ matter: 7 }, { facts: { matter: 'road' }, at: 'yesterday' }]);
    expect(wrong).toMatchObject({ cases: 2, same: 2, refused: { before: 2, after: 2 } });
  });

  it('keeps as many differences as asked for, and hands all of them to the hook', () => {
    const all: CaseDifference[] = [];
    const few = backtest(before, after, cases, { most: 1, onDifference: (each) => all.push(each) });
    expect(few.differences.map(({ id, index }) => [id, index])).toEqual([['A', 0]]);
    expect(all.map(({ id }) => id)).toEqual(['A', 'C', 'D', 'E']);
    expect(few.different).toBe(4);
  });

  it('does not count another rule with the same outcome as a difference, but says that the reason is another', () => {
    const renamed = compileRuleSet({
      id: 'routing',
      version: '3',
      rules: [{ id: 'all-roads', conditions: when('matter', 'in', ['road', 'bridge']), event: route('works') }],
    });
    expect(backtest(before, renamed, [{ matter: 'road' }])).toMatchObject({ same: 1, different: 0, otherReason: 1 });
  });

  it('decides each case by the rules of its day', () => {
    const dated = compileRuleSet({
      id: 'dated',
      version: '1',
      rules: [
        {
          effective: { from: '2026-01-01' },
          conditions: when('matter', 'equal', 'noise'),
          event: route('police', ['street']),
        },
      ],
    });
    const on = (at: string) => backtest(dated, rules('4', 'police'), [{ facts: { matter: 'noise' }, at }]).different;
    expect([on('2025-12-31T12:00:00+08:00'), on('2026-01-01T12:00:00+08:00')]).toEqual([1, 0]);
  });

  it('can be fed case by case, and its report is plain JSON', () => {
    const run = new Backtest(before, after);
    for (const each of cases) run.add(each);
    expect(run.report()).toEqual(report);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('an error that is none of the engine ends it', () => {
    const operators = {
      broken: () => {
        throw new Error('broken');
      },
    };
    const broken = compileRuleSet([{ conditions: when('x', 'broken', 1), event: { type: 'a' } }], { operators });
    expect(() => backtest(broken, broken, [{ x: 1 }])).toThrow('broken');
  });

  it('agrees with deciding each case twice and comparing the outcomes', () => {
    const facts = fc.record(
      { matter: fc.constantFrom('noise', 'road', 'other'), returnCount: fc.integer({ min: 0, max: 1 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(facts), (list) => {
        const bare = ({ outcomes }: ReturnType<typeof before.decide>) =>
          JSON.stringify(outcomes.map(({ type, params }) => [type, params]));
        const differing = list.filter((given) => bare(before.decide(given)) !== bare(after.decide(given)));
        const { different, differences } = backtest(before, after, list, { most: list.length });
        expect(different).toBe(differing.length);
        expect(differences.map((each) => each.facts)).toEqual(differing);
      }),
    );
  });
});
