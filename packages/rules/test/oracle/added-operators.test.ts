import { compileRuleSet, engineOperators, type RuleSetError, termOperators, toEngineRules } from '@hotline-kit/rules';
import { addedOperators } from '@hotline-kit/rules/added-operators';
import { openRuleSet } from '@hotline-kit/rules/decide';
import { alwaysCalendar, chinaCalendar, dueDate } from '@hotline-kit/sla-calendar';
import fc from 'fast-check';
import { Engine } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { proofSize } from '../proof-size.js';

const calendars = { byId: { office: chinaCalendar(), always: alwaysCalendar() }, byDefault: chinaCalendar() };
const options = { domains: { calendars } };
const facts = {
  address: { type: 'string' },
  amount: { type: 'number' },
  loose: { type: 'array' },
  from: { type: 'string' },
  until: { type: 'string' },
};
const documentOf = (rules: readonly unknown[]) => ({ id: 'added', version: '1', facts, outcomes: { hit: {} }, rules });

const text = fc.constantFrom('a', 'b', 'ab', 'ba', 'a*', '*b', 'a*b*a', '**');
const date = fc.constantFrom(
  '2026-02-12',
  '2026-02-13T17:30:00+08:00',
  '2026-02-28',
  '2026-03-09',
  '2026-03-09T17:30:00.001+08:00',
);
const term = fc.constantFrom(
  { kind: 'workingDays', amount: 1 },
  { kind: 'workingDays', amount: 13 },
  { kind: 'naturalDays', amount: 15 },
  { kind: 'elapsed', amount: 36, unit: 'hour' },
);
const not = fc.constantFrom('', 'not:');
const tests = fc.oneof(
  fc.record({
    fact: fc.constant('address'),
    operator: fc
      .tuple(not, fc.constantFrom('containsText', 'startsWith', 'endsWith', 'matchesGlob'))
      .map(([deny, name]) => deny + name),
    value: text,
  }),
  fc.record({
    fact: fc.constant('loose'),
    operator: fc.constantFrom('someFact:containsText', 'everyFact:startsWith', 'not:someFact:matchesGlob'),
    value: text,
  }),
  fc.record({
    fact: fc.constant('amount'),
    operator: not.map((deny) => `${deny}between`),
    value: fc.tuple(fc.integer({ min: -2, max: 1 }), fc.integer({ min: 1, max: 3 })),
  }),
  fc.record({
    fact: fc.constant('until'),
    operator: fc.tuple(not, fc.constantFrom('dateBefore', 'dateAfter', 'sameDate')).map(([deny, name]) => deny + name),
    value: fc.oneof(date as fc.Arbitrary<unknown>, fc.constant({ fact: 'from' })),
  }),
  fc.record({
    fact: fc.constant('until'),
    operator: fc.tuple(not, fc.constantFrom('withinTerm', 'beyondTerm')).map(([deny, name]) => deny + name),
    value: fc
      .tuple(term, fc.constantFrom('office', 'always', undefined))
      .map(([given, calendar]) => ({ fact: 'from', term: given, ...(calendar && { calendar }) })),
  }),
);
const ruleSets = fc
  .array(
    fc.oneof(
      fc.array(tests, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tests, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tests.map((one) => ({ not: one })),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) =>
    documentOf(
      list.map((conditions, index) => ({ id: `r${index}`, conditions, event: { type: 'hit', params: { index } } })),
    ),
  );
const givenFacts = fc.record(
  {
    address: fc.constantFrom('a', 'ab', 'abba', 'bab', ''),
    amount: fc.integer({ min: -3, max: 4 }),
    loose: fc.array(fc.constantFrom('a', 'ab', 'b'), { maxLength: 2 }),
    from: date,
    until: date,
  },
  { requiredKeys: [] },
);

describe('the added operators', () => {
  it('decide the same in json-rules-engine, where engineOperators registers them, and in the portable form', async () => {
    const operators = { ...addedOperators, ...termOperators(calendars) };
    let fired = 0;
    await fc.assert(
      fc.asyncProperty(ruleSets, givenFacts, async (document, given) => {
        const ruleSet = compileRuleSet(document, options);
        const decided = ruleSet.decide(given).outcomes.map(({ rule }) => rule);
        const engine = new Engine(toEngineRules(document, options), { allowUndefinedFacts: true });
        for (const [name, test] of Object.entries(engineOperators(document, options))) {
          engine.addOperator(name, (a: unknown, b: unknown) => test(a, b));
        }
        const { results } = await engine.run(structuredClone(given));
        expect(decided).toEqual(results.map(({ name }) => name).sort());
        const opened = openRuleSet(JSON.parse(JSON.stringify(ruleSet)), { operators });
        expect(opened.decide(given)).toEqual(ruleSet.decide(given));
        fired += decided.length;
      }),
      { numRuns: proofSize({ quick: 400, ci: 5_000, full: 50_000 }) },
    );
    expect(fired).toBeGreaterThan(200);
  }, 600_000);

  it('a term between two dates counts by the calendar: the thirteenth working day after 12 February 2026 is 9 March', () => {
    const decide = (until: string, operator: string) =>
      compileRuleSet(
        documentOf([
          {
            conditions: {
              all: [{ fact: 'until', operator, value: { fact: 'from', term: { kind: 'workingDays', amount: 13 } } }],
            },
            event: { type: 'hit' },
          },
        ]),
        options,
      ).decide({ from: '2026-02-12T10:00:00+08:00', until }).outcomes.length === 1;
    const { dueAt } = dueDate({ kind: 'workingDays', amount: 13 }, '2026-02-12T10:00:00+08:00', chinaCalendar());
    expect(dueAt.toISOString()).toBe('2026-03-09T09:30:00.000Z');
    expect([
      decide('2026-03-09T17:30:00+08:00', 'withinTerm'),
      decide('2026-03-09T17:30:01+08:00', 'withinTerm'),
    ]).toEqual([true, false]);
    expect([decide('2026-03-09', 'withinTerm'), decide('2026-03-10', 'beyondTerm')]).toEqual([true, true]);
  });

  it('another calendar is another rule set: its hash says so', () => {
    const rules = [
      {
        conditions: {
          all: [
            {
              fact: 'until',
              operator: 'withinTerm',
              value: { fact: 'from', term: { kind: 'workingDays', amount: 1 } },
            },
          ],
        },
        event: { type: 'hit' },
      },
    ];
    const hash = (calendar: ReturnType<typeof chinaCalendar>) =>
      compileRuleSet(documentOf(rules), { domains: { calendars: { byId: {}, byDefault: calendar } } }).hash;
    expect(hash(chinaCalendar())).toBe(hash(chinaCalendar()));
    expect(hash(alwaysCalendar())).not.toBe(hash(chinaCalendar()));
  });

  it.each([
    [{ fact: 'amount', operator: 'between', value: [5, 1] }, 'operatorType'],
    [{ fact: 'amount', operator: 'between', value: [1] }, 'operatorType'],
    [{ fact: 'address', operator: 'between', value: [1, 5] }, 'operatorType'],
    [{ fact: 'amount', operator: 'startsWith', value: 'a' }, 'operatorType'],
    [{ fact: 'address', operator: 'matchesGlob', value: { fact: 'from' } }, 'operatorType'],
    [{ fact: 'address', operator: 'containsText', value: 'x'.repeat(201) }, 'operatorType'],
    [{ fact: 'address', operator: 'swap:containsText', value: 'a' }, 'unknownDecorator'],
    [{ fact: 'until', operator: 'dateBefore', value: '2026-02-30' }, 'operatorType'],
    [{ fact: 'until', operator: 'dateBefore', value: { fact: 'amount' } }, 'operatorType'],
    [{ fact: 'until', operator: 'withinTerm', value: { fact: 'from' } }, 'missingKey'],
    [
      { fact: 'until', operator: 'withinTerm', value: { fact: 'from', term: { kind: 'sameDay' }, calendar: 'ofice' } },
      'unknownCalendar',
    ],
    [{ fact: 'until', operator: 'withinTerm', value: { fact: 'form', term: { kind: 'sameDay' } } }, 'unknownFact'],
  ])('%o is refused', (condition, code) => {
    const document = documentOf([{ conditions: { all: [condition] }, event: { type: 'hit' } }]);
    try {
      compileRuleSet(document, options);
      expect.unreachable();
    } catch (error) {
      expect((error as RuleSetError).diagnostics.map((each) => each.code)).toEqual([code]);
    }
  });

  it('are explained in words of both languages, the term included', () => {
    const document = documentOf([
      {
        id: 'late',
        conditions: {
          all: [
            {
              fact: 'until',
              operator: 'beyondTerm',
              value: { fact: 'from', term: { kind: 'workingDays', amount: 2 } },
            },
          ],
        },
        event: { type: 'hit' },
      },
    ]);
    const { why } = compileRuleSet(document, options).explain({ from: '2026-03-02', until: '2026-03-09' });
    expect(why[0]?.text).toEqual({
      zh: '规则 late 命中：until已超过期限，起算于from（2个工作日）。',
      en: 'Rule "late" holds: until is beyond the term from from (2 working days).',
    });
  });
});
