import { compileRuleSet, engineOperators, toEngineRules } from '@hotline-kit/rules';
import { Engine } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';

// The situations of json-rules-engine's own examples, in the words of this field. Each is decided by both engines.

const rule = (type: string, conditions: unknown, more: object = {}) => ({
  name: type,
  conditions,
  event: { type },
  ...more,
});
const test = (fact: string, operator: string, value: unknown, more: object = {}) => ({
  fact,
  operator,
  value,
  ...more,
});

/** What both decide: the types, in our order. */
async function decided(document: unknown, facts: Record<string, unknown>, options = {}): Promise<readonly string[]> {
  const ours = compileRuleSet(document, options)
    .decide(facts)
    .outcomes.map(({ type }) => type);
  const engine = new Engine(toEngineRules(document, options), { allowUndefinedFacts: true });
  for (const [name, operator] of Object.entries(engineOperators(document, options))) {
    engine.addOperator(name, (a: unknown, b: unknown) => operator(a, b));
  }
  const { events } = await engine.run(structuredClone(facts));
  expect(events.map(({ type }) => type).sort()).toEqual([...ours].sort());
  return ours;
}

describe("json-rules-engine's own examples are decided the same", () => {
  it('01 one rule, one fact', async () => {
    const rules = [rule('greet', { all: [test('shown', 'equal', true)] })];
    expect(await decided(rules, { shown: true })).toEqual(['greet']);
    expect(await decided(rules, { shown: false })).toEqual([]);
  });

  it('02 nested combinations: five at forty, or six at forty-eight', async () => {
    const both = (duration: number, count: number) => ({
      all: [test('duration', 'equal', duration), test('count', 'greaterThanInclusive', count)],
    });
    const rules = [rule('out', { any: [both(40, 5), both(48, 6)] })];
    const cases = [
      [40, 6, 1],
      [40, 5, 1],
      [40, 4, 0],
      [48, 5, 0],
      [48, 6, 1],
    ] as const;
    for (const [duration, count, hits] of cases) expect(await decided(rules, { duration, count })).toHaveLength(hits);
  });

  const account = (company: string, status: string, days: readonly string[]) => ({ company, status, days });

  it('03 a fact that is fetched, looked into by paths, and fetched once', async () => {
    const at = (path: string, operator: string, value: unknown) => test('account', operator, value, { path });
    const rules = [
      rule('onLeave', {
        all: [
          at('$.company', 'equal', 'north'),
          at('$.status', 'in', ['active', 'leave']),
          at('$.days', 'contains', '2016-12-25'),
        ],
      }),
    ];
    const value = account('north', 'active', ['2016-12-25']);
    expect(await decided(rules, { account: value })).toEqual(['onLeave']);
    expect(await decided(rules, { account: { ...value, company: 'south' } })).toEqual([]);
    let fetched = 0;
    const decision = await compileRuleSet(rules).decideAsync({
      accountId: 'lincoln',
      account: async ({ read }: { read: (fact: string) => Promise<unknown> }) => {
        fetched += 1;
        return (await read('accountId')) === 'lincoln' ? value : undefined;
      },
    });
    expect([decision.outcomes.length, fetched]).toEqual([1, 1]);
  });

  it('04 facts that depend on facts, each fetched once for one decision', async () => {
    const rules = [
      rule('ended', { all: [test('account', 'equal', 'ended', { path: '$.status' })] }),
      rule('fiveYears', { all: [test('tenure', 'greaterThanInclusive', 5)] }),
    ];
    const accounts: Readonly<Record<string, { status: string; since: number }>> = {
      washington: { status: 'ended', since: 2024 },
      jefferson: { status: 'active', since: 2010 },
    };
    const fetched: string[] = [];
    const decide = async (id: string) => {
      const { outcomes } = await compileRuleSet(rules).decideAsync({
        accountId: id,
        account: async ({ read }: { read: (fact: string) => Promise<unknown> }) => {
          const asked = String(await read('accountId'));
          fetched.push(asked);
          return accounts[asked];
        },
        tenure: async ({ read }: { read: (fact: string) => Promise<unknown> }) =>
          2026 - ((await read('account')) as { since: number }).since,
      });
      return outcomes.map(({ type }) => type);
    };
    expect(await Promise.all([decide('washington'), decide('jefferson')])).toEqual([['ended'], ['fiveYears']]);
    expect(fetched.sort()).toEqual(['jefferson', 'washington']);
  });

  it('05 a cheap fact that fails keeps a dear one from being fetched', async () => {
    const rules = [rule('hit', { all: [test('cheap', 'equal', true), test('dear', 'equal', true)] })];
    const dear = () => expect.unreachable('nobody may ask');
    expect((await compileRuleSet(rules).decideAsync({ cheap: false, dear })).outcomes).toEqual([]);
  });

  it('06 an operator of the program', async () => {
    const operators = { begins: (word: unknown, letter: unknown) => String(word).at(0) === letter };
    const rules = ['a', 'b'].map((letter) => rule(letter, { all: [test('word', 'begins', letter)] }));
    expect(await decided(rules, { word: 'bacon' }, { operators })).toEqual(['b']);
    expect(await decided(rules, { word: 'antelope' }, { operators })).toEqual(['a']);
  });

  it('07 a rule that builds on another one: the first condition gets a name', async () => {
    const document = {
      id: 'chained',
      version: '1',
      facts: { juice: { type: 'boolean' }, spirit: { type: 'boolean' }, sociable: { type: 'boolean' } },
      outcomes: { likes: {}, invite: {} },
      conditions: { likes: { all: [test('juice', 'equal', true), test('spirit', 'equal', true)] } },
      rules: [
        rule('likes', { condition: 'likes' }, { priority: 10 }),
        rule('invite', { all: [{ condition: 'likes' }, test('sociable', 'equal', true)] }, { priority: 5 }),
      ],
    };
    expect(await decided(document, { juice: true, spirit: true, sociable: true })).toEqual(['likes', 'invite']);
    expect(await decided(document, { juice: true, spirit: false, sociable: true })).toEqual([]);
  });

  it('08 two facts compared, each looked into by a path', async () => {
    const rules = [
      rule('affordable', {
        all: [test('account', 'greaterThanInclusive', { fact: 'product', path: '$.price' }, { path: '$.balance' })],
      }),
    ];
    expect(await decided(rules, { account: { balance: 500 }, product: { price: 50 } })).toEqual(['affordable']);
    expect(await decided(rules, { account: { balance: 30 }, product: { price: 50 } })).toEqual([]);
  });

  it('09 what a rule lacks, for five students', async () => {
    const ruleSet = compileRuleSet([
      rule('honours', { all: [test('athlete', 'equal', true), test('average', 'greaterThanInclusive', 3.5)] }),
    ]);
    const lacking = (athlete: boolean, average: number) =>
      ruleSet.explain({ athlete, average }, { rule: 'honours' }).whyNot[0]?.missing ?? 0;
    expect([
      lacking(false, 3.9),
      lacking(true, 3.5),
      lacking(false, 3.1),
      lacking(true, 4),
      lacking(true, 1.1),
    ]).toEqual([1, 0, 2, 0, 1]);
  });

  it('10 a condition that two rules share, one of them denied', async () => {
    const document = {
      id: 'shared',
      version: '1',
      facts: { juice: { type: 'boolean' }, sociable: { type: 'boolean' } },
      outcomes: { invite: {}, other: {} },
      conditions: { likes: { all: [test('juice', 'equal', true)] } },
      rules: [
        rule('invite', { all: [{ condition: 'likes' }, test('sociable', 'equal', true)] }),
        rule('other', { all: [{ not: { condition: 'likes' } }, test('sociable', 'equal', true)] }),
      ],
    };
    expect(await decided(document, { juice: true, sociable: true })).toEqual(['invite']);
    expect(await decided(document, { juice: false, sociable: true })).toEqual(['other']);
  });

  it('13 every item of a list among those of another fact', async () => {
    const document = {
      id: 'lists',
      version: '1',
      facts: { given: { type: 'array', default: [] }, known: { type: 'array', default: [] } },
      outcomes: { valid: {} },
      rules: [rule('valid', { all: [test('given', 'everyFact:in', { fact: 'known' })] })],
    };
    const known = ['dev', 'staging', 'load', 'prod'];
    expect(await decided(document, { given: ['dev', 'prod'], known })).toEqual(['valid']);
    expect(await decided(document, { given: ['dev', 'deleted'], known })).toEqual([]);
  });
});
