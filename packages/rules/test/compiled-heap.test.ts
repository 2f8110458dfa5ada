import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type CompileOptions, compileRuleSet, type RuleSet } from '@hotline-kit/rules';
import { describe, expect, it } from 'vitest';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** A rule set, and what is left of a rule and of a table's rows when nobody else keeps the document. */
function compileAndForget(options: CompileOptions) {
  const rule = {
    id: 'a',
    title: '夜间噪声',
    article: '样例办法第十条',
    conditions: { all: [{ fact: 'matter', operator: 'equal', value: 'noise' }] },
    event: { type: 'tag', params: { tag: 'night' } },
  };
  const table = {
    id: 't',
    columns: [{ fact: 'matter' }, { param: 'tag' }],
    event: { type: 'tag' },
    rows: [['dust', 'day']],
  };
  const ruleSet = compileRuleSet({ id: 'r', version: '1', rules: [rule], tables: [table] }, options);
  return { ruleSet, rule: new WeakRef(rule), rows: new WeakRef(table.rows) };
}

async function collected(): Promise<void> {
  // What a WeakRef was made of stays until the task ends.
  await new Promise((resolve) => setTimeout(resolve));
  collectGarbage();
}

let edited: RuleSet | undefined;

describe('the heap of compiled rules', () => {
  it('a rule set keeps nothing of the document, and still decides and explains', async () => {
    const { ruleSet, rule, rows } = compileAndForget({});
    await collected();
    expect([rule.deref(), rows.deref()]).toEqual([undefined, undefined]);
    expect(ruleSet.decide({ matter: 'noise' }).outcomes[0]).toMatchObject({ rule: 'a', article: '样例办法第十条' });
    expect(ruleSet.explain({ matter: 'dust' }).why[0]?.row).toEqual({ table: 't', row: 1 });
  });

  it('one that was edited keeps nothing of the one before it', async () => {
    const rule = (id: string, tag: string) => ({
      id,
      conditions: { all: [{ fact: 'matter', operator: 'equal', value: 'noise' }] },
      event: { type: 'tag', params: { tag } },
    });
    const document = (rules: readonly unknown[]) => ({ id: 'r', version: '1', rules });
    const rules = [rule('a', 'first'), rule('b', 'other')];
    const paramsBefore = new WeakRef(
      (() => {
        const before = compileRuleSet(document(rules), { editable: true });
        edited = compileRuleSet(document([rule('a', 'second'), rules[1]]), { previous: before });
        return before.decide({ matter: 'noise' }).outcomes[0]?.params ?? {};
      })(),
    );
    await collected();
    expect(paramsBefore.deref()).toBeUndefined();
    expect(edited?.decide({ matter: 'noise' }).outcomes.map(({ params }) => params['tag'])).toEqual([
      'second',
      'other',
    ]);
  });

  it('one that is to be edited keeps the rules, to find what changed', async () => {
    const { ruleSet, rule } = compileAndForget({ editable: true });
    await collected();
    expect(rule.deref()).toMatchObject({ id: 'a' });
    expect(ruleSet.size).toBe(2);
  });
});
