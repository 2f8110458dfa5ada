import {
  compileRuleSet,
  DecisionAbortedError,
  DecisionTimeoutError,
  DynamicFactError,
  FactCycleError,
  RuleFactError,
} from '@hotline-kit/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleSets, typedFacts } from './oracle/typed-rules.js';
import { proofSize } from './proof-size.js';

const facts = { a: { type: 'number' }, b: { type: 'number', default: 5 }, c: { type: 'string' } };
const test = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
const rule = (id: string, all: readonly unknown[], more: object = {}) => ({
  id,
  conditions: { all },
  event: { type: 'hit', params: { id } },
  ...more,
});
const set = (rules: readonly unknown[], hit = 'collect') =>
  compileRuleSet({ id: 'dynamic', version: '1', facts, outcomes: { hit: { hit } }, rules });
const never = () => new Promise(() => {});
const later = <Value>(value: Value) => new Promise<Value>((resolve) => setTimeout(() => resolve(value), 1));
const ids = ({ outcomes }: { readonly outcomes: readonly { readonly rule: string }[] }) =>
  outcomes.map((each) => each.rule);

describe('a decision on dynamic facts', () => {
  it('is what decide gives for their values, hit policies and dates included', async () => {
    await fc.assert(
      fc.asyncProperty(
        ruleSets,
        typedFacts,
        fc.subarray(['s1', 's2', 'n1', 'b1', 'list', 'deep']),
        async (document, given, asked) => {
          const ruleSet = compileRuleSet(document);
          const dynamic = Object.fromEntries(
            asked.map((name) => [name, async () => given[name as keyof typeof given]]),
          );
          expect(await ruleSet.decideAsync({ ...given, ...dynamic })).toEqual(ruleSet.decide(given));
        },
      ),
      { numRuns: proofSize({ quick: 300, ci: 5_000, full: 60_000 }) },
    );
  }, 600_000);

  it('trap 1: decisions at the same time on slow facts lose no rule', async () => {
    const ruleSet = set([
      rule('high', [test('a', 'equal', 1)], { priority: 3 }),
      rule('slow', [test('b', 'greaterThan', 0)], { priority: 2 }),
      rule('low', [test('c', 'equal', 'x')], { priority: 1 }),
    ]);
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        ruleSet.decideAsync({ a: async () => later(1), b: async () => later(n + 1), c: () => later('x') }),
      ),
    );
    expect(all.map(ids)).toEqual(all.map(() => ['high', 'slow', 'low']));
  });

  it('asks for a fact at most once, and only where a rule that may still hold looks at it', async () => {
    const asked: string[] = [];
    const ask = (name: string, value: unknown) => () => {
      asked.push(name);
      return later(value);
    };
    const ruleSet = set([
      rule('one', [test('a', 'equal', 1), test('b', 'equal', 2)]),
      rule('two', [test('b', 'greaterThan', 1)]),
      rule('never', [test('a', 'equal', 9), test('c', 'equal', 'x')]),
    ]);
    expect(ids(await ruleSet.decideAsync({ a: 1, b: ask('b', 2), c: ask('c', 'x') }))).toEqual(['one', 'two']);
    expect(asked).toEqual(['b']);
  });

  it('lets a fact read others, dynamic ones too, and takes defaults for absent values', async () => {
    const ruleSet = set([rule('sum', [test('a', 'equal', 7)]), rule('default', [test('b', 'equal', 5)])]);
    const decision = await ruleSet.decideAsync({
      a: async ({ read }: { read: (fact: string) => Promise<unknown> }) => Number(await read('base')) + 3,
      base: async () => later(4),
      b: async () => undefined,
    });
    expect(ids(decision)).toEqual(['sum', 'default']);
  });

  it('decides by the first rule, or refuses two, as decide does', async () => {
    const rules = [rule('x', [test('a', 'equal', 1)]), rule('y', [test('b', 'equal', 2)], { priority: 2 })];
    const given = { a: () => 1, b: () => 2 };
    expect(ids(await set(rules, 'first').decideAsync(given))).toEqual(['y']);
    await expect(set(rules, 'unique').decideAsync(given)).rejects.toThrow('"y" and "x"');
    const dated = set([rule('old', [test('a', 'equal', 1)], { effective: { from: '2020-01-01', to: '2020-12-31' } })]);
    expect(ids(await dated.decideAsync(given, { at: '2021-01-01T00:00:00+08:00' }))).toEqual([]);
    expect(ids(await dated.decideAsync(given, { at: '2020-06-01T00:00:00+08:00' }))).toEqual(['old']);
  });

  const one = set([rule('one', [test('a', 'equal', 1)])]);

  it('facts that wait for one another are an error that names the circle', async () => {
    const ask =
      (other: string) =>
      async ({ read }: { read: (fact: string) => Promise<unknown> }) =>
        read(other);
    const error = await one.decideAsync({ a: ask('p'), p: ask('q'), q: ask('p') }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(FactCycleError);
    expect((error as FactCycleError).way.slice(-3)).toEqual(['p', 'q', 'p']);
    await expect(one.decideAsync({ a: ask('a') })).rejects.toThrow('a → a');
    const two = set([rule('two', [test('a', 'equal', 1), test('b', 'equal', 1)])]);
    await expect(two.decideAsync({ a: ask('b'), b: ask('a') })).rejects.toThrow(FactCycleError);
  });

  it('a fact that never comes ends the decision in time, and names the fact', async () => {
    const error = await one.decideAsync({ a: never }, { timeoutMilliseconds: 5 }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DecisionTimeoutError);
    expect(error).toMatchObject({ code: 'decisionTimeout', facts: ['a'], timeoutMilliseconds: 5 });
  });

  it('ends with the signal of its caller, and tells the facts under way', async () => {
    const controller = new AbortController();
    let signal: AbortSignal | undefined;
    const pending = one.decideAsync(
      {
        a: (context: { signal: AbortSignal }) => {
          signal = context.signal;
          controller.abort(new Error('closed'));
          return never();
        },
      },
      { signal: controller.signal },
    );
    await expect(pending).rejects.toThrow(DecisionAbortedError);
    expect(signal?.aborted).toBe(true);
    await expect(one.decideAsync({ a: () => 1 }, { signal: AbortSignal.abort() })).rejects.toThrow(
      DecisionAbortedError,
    );
  });

  it('a fact that fails, or has the wrong type, is an error that names it', async () => {
    const failing = one.decideAsync({
      a: () => {
        throw new Error('no line');
      },
    });
    await expect(failing).rejects.toThrow('The fact "a" could not be computed: no line');
    await expect(failing).rejects.toThrow(DynamicFactError);
    await expect(one.decideAsync({ a: () => 'one' })).rejects.toThrow(RuleFactError);
  });
});
