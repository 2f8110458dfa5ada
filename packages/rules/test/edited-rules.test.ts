import { compileRuleSet, type RuleSetError } from '@hotline-kit/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleSets, typedFacts } from './oracle/typed-rules.js';
import { proofSize } from './proof-size.js';

type Rules = readonly Record<string, unknown>[];

/** A change of the rules: some are taken out at a place, and others put in there. */
const changes = fc.array(
  fc.record({
    at: fc.nat(20),
    out: fc.nat(2),
    priority: fc.integer({ min: 1, max: 3 }),
    donor: ruleSets,
    count: fc.nat(2),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('a rule set that is compiled from the one before a change', () => {
  it('decides, explains and is hashed as one that is compiled whole, change after change', () => {
    fc.assert(
      fc.property(ruleSets, changes, fc.array(typedFacts, { minLength: 1, maxLength: 4 }), (start, list, cases) => {
        let document: Record<string, unknown> & { rules: Rules } = start;
        let ruleSet = compileRuleSet(document, { editable: true });
        const first = { ruleSet, decisions: cases.map((facts) => ruleSet.decide(facts)) };
        for (const [step, { at, out, priority, donor, count }] of list.entries()) {
          const place = Math.min(at, document.rules.length);
          const added = (donor.rules as Rules)
            .slice(0, count)
            .map((rule, n) => ({ ...rule, id: `new-${step}-${n}`, priority }));
          const rules = [...document.rules.slice(0, place), ...added, ...document.rules.slice(place + out)];
          document = { ...document, version: `${step + 2}`, rules };
          ruleSet = compileRuleSet(document, { previous: ruleSet });
          const whole = compileRuleSet(document);
          expect([ruleSet.hash, ruleSet.version, ruleSet.size]).toEqual([whole.hash, whole.version, whole.size]);
          for (const facts of cases) {
            expect(ruleSet.decide(facts)).toEqual(whole.decide(facts));
            expect(ruleSet.explain(facts).why).toEqual(whole.explain(facts).why);
          }
        }
        // The older one is what it was.
        expect(cases.map((facts) => first.ruleSet.decide(facts))).toEqual(first.decisions);
      }),
      { numRuns: proofSize({ quick: 150, ci: 3_000, full: 30_000 }) },
    );
  }, 600_000);

  const rule = (id: string, value: string, more: object = {}) => ({
    id,
    conditions: { all: [{ fact: 'matter', operator: 'equal', value }] },
    event: { type: 'tag', params: { tag: id } },
    ...more,
  });
  const document = (rules: readonly unknown[], more: object = {}) => ({ id: 'edited', version: '1', rules, ...more });
  const rules = Array.from({ length: 600 }, (_, n) => rule(`r${n}`, `m${n}`));
  const before = compileRuleSet(document(rules), { editable: true });

  it('takes in a value that no rule asked for before, and forgets a rule that is gone', () => {
    const changed = [...rules.slice(0, 300), rule('new', 'unheard'), ...rules.slice(301)];
    const after = compileRuleSet(document(changed), { previous: before });
    const tags = (set: typeof after, matter: string) => set.decide({ matter }).outcomes.map((outcome) => outcome.rule);
    expect([tags(after, 'unheard'), tags(after, 'm300'), tags(after, 'm301')]).toEqual([['new'], [], ['r301']]);
    expect([tags(before, 'unheard'), tags(before, 'm300')]).toEqual([[], ['r300']]);
    expect(after.hash).toBe(compileRuleSet(document(changed)).hash);
  });

  it('words a list as its rule has it, also where a rule that is gone had the same values otherwise', () => {
    const among = (id: string, value: readonly number[]) => ({
      ...rule(id, ''),
      conditions: { all: [{ fact: 'returnCount', operator: 'in', value }] },
    });
    const first = compileRuleSet(document([among('old', [3, 1, 1])]), { editable: true });
    const changed = document([among('new', [1, 3])]);
    const why = (set: typeof first) => set.explain({ returnCount: 3 }).why;
    expect(why(compileRuleSet(changed, { previous: first }))).toEqual(why(compileRuleSet(changed)));
  });

  it('has the same hash however it came about', () => {
    let ruleSet = before;
    for (let n = 0; n < 5; n += 1) {
      const changed = [...rules.slice(0, 100 + n), rule(`x${n}`, `m${n}`), ...rules.slice(100 + n)];
      ruleSet = compileRuleSet(document(changed), { previous: ruleSet });
      expect(ruleSet.hash).toBe(compileRuleSet(document(changed)).hash);
    }
    expect(compileRuleSet(document(rules), { previous: ruleSet }).hash).toBe(before.hash);
  });

  it.each([
    ['other facts', document(rules, { facts: { own: { type: 'string' } } }), {}],
    ['other hit policies', document(rules, { outcomes: { tag: { hit: 'first' } } }), {}],
    [
      'a table',
      document(rules, { tables: [{ id: 't', columns: [{ param: 'tag' }], event: { type: 'tag' }, rows: [['x']] }] }),
      {},
    ],
    ['other options', document(rules), { domains: { matters: new Set(rules.map((_, n) => `m${n}`)) } }],
    ['many changes', document(rules.map((each) => ({ ...each }))), {}],
    ['another order', document([...rules].reverse()), {}],
    ['a rule without a name', document([...rules, { ...rule('x', 'm1'), id: undefined }]), {}],
  ])('is compiled as a whole where there are %s', (_, changed, options) => {
    const after = compileRuleSet(changed, { ...options, previous: before });
    const whole = compileRuleSet(changed, options);
    expect(after.hash).toBe(whole.hash);
    for (const matter of ['m0', 'm1', 'm599']) expect(after.decide({ matter })).toEqual(whole.decide({ matter }));
  });

  it('words faults at their places in the whole document', () => {
    const faults = (changed: readonly unknown[]) => {
      try {
        compileRuleSet(document(changed), { previous: before });
        return [];
      } catch (error) {
        return (error as RuleSetError).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);
      }
    };
    expect(faults([...rules.slice(0, 9), rule('bad', 7 as never), ...rules.slice(9)])).toEqual([
      'operatorType /rules/9/conditions/all/0/value',
    ]);
    expect(faults([...rules, rule('r7', 'm1')])).toEqual(['duplicateId /rules/600/id']);
  });
});
