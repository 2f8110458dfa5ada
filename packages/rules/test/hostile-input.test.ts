import { readdirSync, readFileSync } from 'node:fs';
import { compileRuleSet, PackError, parseCityPack, RuleSetError, toEngineRules } from '@hotline-kit/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofSize } from './proof-size.js';

const folder = new URL('./packs/sample-town/', import.meta.url);
const good = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.includes('.'))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
);
const files = Object.keys(good);

const untouched = Object.getOwnPropertyNames(Object.prototype).sort().join();

/** Nothing but the typed error may come out, and nothing may reach the prototype of all objects. */
function survives(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof RuleSetError) && !(error instanceof PackError)) throw error;
    expect(error.diagnostics.length).toBeGreaterThan(0);
  }
  expect(Object.getOwnPropertyNames(Object.prototype).sort().join()).toBe(untouched);
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
}

/** Keys and texts that mean something to the readers, and those that no document may hold. */
const word = fc.constantFrom(
  ...['__proto__', 'constructor', 'prototype', 'toString', 'all', 'any', 'not', 'condition', 'fact', 'operator'],
  ...['value', 'path', 'params', 'priority', 'rules', 'id', 'version', 'event', 'type', 'conditions', 'facts'],
  ...['outcomes', 'hit', 'tables', 'effective', 'from', 'tests', 'admin', 'matter', 'urgent', 'equal', 'in', 'route'],
  ...['unit', 'not:not:not:not:not:not:not:not:not:equal', '$..*', '9'.repeat(400), '\ud800', '\u0000', ''],
);

const hostileText = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(
      word.map((text) => JSON.stringify(text)),
      fc.constantFrom('null', 'true', 'false', '0', '-1', '1e400', '1e-400', '0.1', '[]', '{}'),
    ),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join()}]`),
    fc
      .array(fc.tuple(word, tie('value')), { maxLength: 5 })
      .map((entries) => `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join()}}`),
  ),
})).value;

/** 100,000 documents at `ci` and a million at `full`: five of each run of the first property, one of the others. */
const runs = (ci: number) => ({ numRuns: proofSize({ quick: ci / 50, ci, full: ci * 10 }) });

describe('hostile input raises typed errors only', () => {
  it('any JSON as a rule set', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (rule, rest) => {
        survives(() => compileRuleSet(JSON.parse(rule)));
        survives(() => compileRuleSet(JSON.parse(`[${rule}]`)));
        survives(() => toEngineRules(JSON.parse(`{"id":"x","version":"1","rules":[${rule}],"facts":${rest}}`)));
        survives(() => compileRuleSet(JSON.parse(`[{"conditions":${rule},"event":${rest}}]`)));
        survives(() =>
          compileRuleSet(JSON.parse(`[{"conditions":{"all":[${rule}]},"event":{"type":"x","params":${rest}}}]`)),
        );
      }),
      runs(18_400),
    );
  }, 3_600_000);

  it('any JSON in place of a part of a pack', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), hostileText, (file, where, hostile) => {
        const text = good[file] ?? '';
        // The values of the file, one of which is replaced.
        const values = [...text.matchAll(/"[^"\n]*"(?=\s*[,}\]])|\[[^[\]]*\]|\{[^{}]*\}|\b(?:true|false|\d+)\b/g)];
        const match = values[where % Math.max(1, values.length)];
        const at = match?.index ?? 0;
        const changed = `${text.slice(0, at)}${hostile}${text.slice(at + (match?.[0].length ?? 0))}`;
        survives(() => parseCityPack({ ...good, [file]: changed }));
      }),
      runs(5_000),
    );
  }, 3_600_000);

  it('any text in place of a part of a file', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(),
        fc.nat(40),
        fc.string({ unit: 'binary', maxLength: 20 }),
        (file, where, length, text) => {
          const whole = good[file] ?? '';
          const at = where % (whole.length + 1);
          survives(() => parseCityPack({ ...good, [file]: whole.slice(0, at) + text + whole.slice(at + length) }));
        },
      ),
      runs(3_000),
    );
  }, 3_600_000);

  it.each([
    ['lists', '['.repeat(200_000)],
    ['closed lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000)],
    ['closed objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['a text of ten million letters', `{"id":"${'a'.repeat(10_000_000)}"}`],
    ['a key of a million letters', `{"${'a'.repeat(1_000_000)}":1}`],
    ['quotes in a table', '"'.repeat(100_001)],
    ['a million line breaks', '\n'.repeat(1_000_000)],
  ])('very deep or long: %s, in each file', (_, text) => {
    for (const file of files) survives(() => parseCityPack({ ...good, [file]: text }));
  });

  it('conditions nested beyond all measure', () => {
    let deep: unknown = { fact: 'urgent', operator: 'equal', value: true };
    for (let level = 0; level < 50_000; level += 1) deep = { not: deep };
    survives(() => compileRuleSet([{ conditions: deep, event: { type: 'x' } }]));
    const tests = [{ facts: {}, expect: deep }];
    const conditions = { all: [{ fact: 'x', operator: 'equal', value: 1 }] };
    expect(() => compileRuleSet([{ conditions, event: { type: 'x' }, tests }])).toThrow(RuleSetError);
    let params: unknown = 1;
    for (let level = 0; level < 50_000; level += 1) params = [params];
    survives(() =>
      compileRuleSet([
        { conditions: { all: [{ fact: 'x', operator: 'equal', value: 1 }] }, event: { type: 'x', params: { params } } },
      ]),
    );
  });
});
