import { describe, expect, it } from 'vitest';
import { compileRuleSet } from './compile-rule-set.js';
import { NotUniqueError } from './not-unique-error.js';

const when = (fact: string, operator: string, value: unknown) => ({ all: [{ fact, operator, value }] });
const tag = (text: string) => ({ type: 'tag', params: { tag: text } });
const document = (parts: Record<string, unknown>) => ({ id: 'r', version: '1', ...parts });

describe('a decision', () => {
  it('names the rule by its id, else its name, else its index', () => {
    const rules = [
      { id: 'a', name: 'b', conditions: when('urgent', 'equal', true), event: tag('1'), article: '第一条' },
      { name: 'c', conditions: when('urgent', 'equal', true), event: tag('2') },
      { conditions: when('urgent', 'equal', true), event: tag('3'), priority: 7 },
    ];
    const ruleSet = compileRuleSet(document({ rules }));
    expect(ruleSet.decide({ urgent: true })).toEqual({
      outcomes: [
        { type: 'tag', params: { tag: '3' }, rule: '#2', priority: 7 },
        { type: 'tag', params: { tag: '1' }, rule: 'a', priority: 1, article: '第一条' },
        { type: 'tag', params: { tag: '2' }, rule: 'c', priority: 1 },
      ],
      ruleSet: { id: 'r', version: '1', hash: ruleSet.hash },
    });
  });

  it('keeps parameters apart that only look alike', () => {
    const params = [{ unit: '1' }, { unit: 1 }, { unit: 'a,b' }, { unit: ['a', 'b'] }, { unit: '1', office: 'x' }];
    const rules = params.map((each) => ({
      conditions: when('urgent', 'equal', true),
      event: { type: 'x', params: each },
    }));
    expect(
      compileRuleSet(rules)
        .decide({ urgent: true })
        .outcomes.map((outcome) => outcome.params),
    ).toEqual(params);
  });

  it('leaves out rules that are not enabled', () => {
    const rules = [{ enabled: false, conditions: when('urgent', 'equal', true), event: tag('1') }];
    expect(compileRuleSet(document({ rules })).decide({ urgent: true }).outcomes).toEqual([]);
  });

  it('may have many outcomes, and comes in the same order', () => {
    const rules = Array.from({ length: 200 }, (_, index) => ({
      conditions: when('urgent', 'equal', true),
      event: tag(String(index)),
    }));
    const { outcomes } = compileRuleSet(document({ rules })).decide({ urgent: true });
    expect(outcomes.map(({ params }) => params['tag'])).toEqual(rules.map((_, index) => String(index)));
  });
});

describe('dates', () => {
  const rules = [
    {
      id: 'old',
      effective: { from: '2023-01-01', to: '2023-06-30' },
      conditions: when('urgent', 'equal', true),
      event: tag('1'),
    },
    { id: 'new', effective: { from: '2023-07-01' }, conditions: when('urgent', 'equal', true), event: tag('2') },
  ];
  const ruleSet = compileRuleSet(document({ effective: { from: '2023-03-01T12:00:00+08:00' }, rules }));
  const at = (text: string) => ruleSet.decide({ urgent: true }, { at: text }).outcomes.map(({ rule }) => rule);

  it('a date is a whole day in China, the last day included', () => {
    expect(at('2023-06-30T23:59:59.999+08:00')).toEqual(['old']);
    expect(at('2023-06-30T16:00:00Z')).toEqual(['new']);
  });

  it('those of the document hold for all its rules', () => {
    expect(at('2023-03-01T11:59:59+08:00')).toEqual([]);
    expect(at('2023-03-01T12:00:00+08:00')).toEqual(['old']);
  });

  it('do not count where no instant is given', () => {
    expect(ruleSet.decide({ urgent: true }).outcomes).toHaveLength(2);
  });
});

describe('hit policies', () => {
  const rules = [1, 2].map((level) => ({
    id: `r${level}`,
    conditions: when('returnCount', 'greaterThanInclusive', level),
    event: { type: 'supervise', params: { level } },
    priority: level,
  }));

  it('first: the one of the highest priority', () => {
    const ruleSet = compileRuleSet(document({ outcomes: { supervise: { hit: 'first' } }, rules }));
    expect(ruleSet.decide({ returnCount: 5 }).outcomes.map(({ rule }) => rule)).toEqual(['r2']);
  });

  it('unique: two at once are an error that names both', () => {
    const ruleSet = compileRuleSet(document({ outcomes: { supervise: { hit: 'unique' } }, rules }));
    expect(ruleSet.decide({ returnCount: 1 }).outcomes).toHaveLength(1);
    expect(() => ruleSet.decide({ returnCount: 2 })).toThrow(NotUniqueError);
    expect(() => ruleSet.decide({ returnCount: 2 })).toThrow('"r2" and "r1"');
    expect(ruleSet.decide({ returnCount: 1 }).outcomes).toHaveLength(1);
  });

  it.each([
    [{ outcomes: { supervise: { hit: 'first', by: ['matter'] } } }, 'Only "mostSpecific" takes "by"'],
    [{ outcomes: { supervise: { hit: 'mostSpecific', by: ['mater'] } } }, 'Did you mean "matter"?'],
    [{ outcomes: { supervise: { hit: 'fist' } } }, 'Did you mean "first"?'],
  ])('%o is refused', (parts, message) => {
    expect(() => compileRuleSet(document({ ...parts, rules }))).toThrow(message);
  });
});

describe('a compiled rule set', () => {
  const rules = [{ conditions: when('urgent', 'equal', true), event: { type: 'tag', params: { tag: 'x' } } }];

  it('has a hash of what it means, not of how it is written', () => {
    const turned = { rules: rules.map(({ event, conditions }) => ({ event, conditions })), version: '1', id: 'r' };
    expect(compileRuleSet(turned).hash).toBe(compileRuleSet(document({ rules })).hash);
    expect(compileRuleSet({ ...turned, version: '2' }).hash).not.toBe(compileRuleSet(turned).hash);
  });

  it('does not change when the document does, nor through what it hands out', () => {
    const source = structuredClone(rules);
    const ruleSet = compileRuleSet(document({ rules: source }));
    if (source[0]) source[0].event.params.tag = 'changed';
    const [outcome] = ruleSet.decide({ urgent: true }).outcomes;
    expect(outcome?.params).toEqual({ tag: 'x' });
    expect(() => Object.assign(outcome?.params ?? {}, { tag: 'y' })).toThrow(TypeError);
  });

  it('knows the facts that a pack adds, and narrows those that are known', () => {
    const facts = {
      building: { type: 'string', enum: ['tower', 'hut'] },
      channel: { type: 'string', enum: ['phone'] },
    };
    const make = (fact: string, value: string) =>
      compileRuleSet(document({ facts, rules: [{ conditions: when(fact, 'equal', value), event: tag('x') }] }));
    expect(make('building', 'tower').decide({ building: 'tower' }).outcomes).toHaveLength(1);
    expect(() => make('building', 'towr')).toThrow('Did you mean "tower"?');
    expect(() => make('channel', 'web')).toThrow('The fact "channel" is never "web".');
    expect(() => compileRuleSet(document({ facts: { urgent: { type: 'string' } }, rules: [] }))).toThrow(
      'of type boolean',
    );
    expect(() => compileRuleSet(document({ facts: { size: { type: 'number', default: 'x' } }, rules: [] }))).toThrow(
      'The default "x" is no number.',
    );
  });
});
