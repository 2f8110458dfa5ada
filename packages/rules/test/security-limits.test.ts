import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  compileRuleSet,
  lintCityPack,
  PackError,
  parseCityPack,
  RuleSetError,
  toEngineRules,
} from '@hotline-kit/rules';
import { loadCityPack } from '@hotline-kit/rules/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packFiles } from './procedure/pack-with.js';

const route = { type: 'route', params: { unit: 'x' } };
const urgent = { fact: 'urgent', operator: 'equal', value: true };
const ruled = (conditions: unknown) => [{ conditions, event: route }];
const named = (conditions: Record<string, unknown>) => ({ id: 'r', version: '1', conditions, rules: [] });

/** The codes of what a document or a pack is refused for. */
function codes(act: () => unknown): readonly string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof RuleSetError) && !(error instanceof PackError)) throw error;
    return error.diagnostics.map(({ code }) => code);
  }
}

const compile = (document: unknown) => codes(() => compileRuleSet(document));
const parse = (files: Readonly<Record<string, string>>) => codes(() => parseCityPack(packFiles(files)));

function nested(levels: number, innermost: unknown, wrap: (inner: unknown) => unknown): unknown {
  let value = innermost;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

describe('keys: what reaches into a prototype is forbidden at any depth', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('%s', (key) => {
    const deep = `{"a":[{"b":{"${key}":{"admin":true}}}]}`;
    expect(compile(JSON.parse(`[{"conditions":{"all":[]},"event":{"type":"x","params":${deep}}}]`))).toContain(
      'forbiddenKey',
    );
    expect(parse({ 'open311.json': deep })).toContain('forbiddenKey');
    expect(parse({ 'clocks.json': `{"${key}":{}}` })).toContain('forbiddenKey');
    expect(compile(named(JSON.parse(`{"${key}":{"all":[]}}`)))).toContain('forbiddenKey');
  });
});

describe('depth', () => {
  it('64 levels of a document', () => {
    const tests = (levels: number) => [
      { ...ruled({ all: [urgent] })[0], tests: [{ facts: {}, expect: nested(levels, 1, (inner) => [inner]) }] },
    ];
    expect(compile(tests(60))).toEqual([]);
    expect(compile(tests(70))).toEqual(['tooDeep']);
  });

  it('32 levels of a condition', () => {
    const negated = (levels: number) => ruled(nested(levels, urgent, (inner) => ({ not: inner })));
    expect(compile(negated(32))).toEqual([]);
    expect(compile(negated(33))).toEqual(['tooDeep']);
  });
});

describe('size', () => {
  it('512 parts of a condition, named ones counted as often as they are named', () => {
    const parts = (count: number) => Array.from({ length: count }, () => urgent);
    expect(compile(ruled({ all: parts(511) }))).toEqual([]);
    expect(compile(ruled({ all: parts(512) }))).toEqual(['tooLarge']);
    const doubled = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [
        `c${n}`,
        n === 0 ? { all: [urgent] } : { all: [{ condition: `c${n - 1}` }, { condition: `c${n - 1}` }] },
      ]),
    );
    expect(compile(named(doubled))).toContain('tooLarge');
  });

  it('16,383 characters of a text or a key: V8 tells longer ones apart by their length alone', () => {
    const titled = (length: number) => [{ ...ruled({ all: [urgent] })[0], title: 'x'.repeat(length) }];
    expect(compile(titled(16_383))).toEqual([]);
    expect(compile(titled(16_384))).toEqual(['textTooLong']);
    const compared = (length: number) => ruled({ all: [{ ...urgent, fact: 'x', value: 'x'.repeat(length) }] });
    expect(compile(compared(16_383))).toEqual([]);
    expect(compile(compared(16_384))).toEqual(['textTooLong']);
    const given = (length: number) => [
      { conditions: { all: [urgent] }, event: { type: 'x', params: { x: 'x'.repeat(length) } } },
    ];
    expect(compile(given(16_383))).toEqual([]);
    expect(compile(given(16_384))).toEqual(['textTooLong']);
  });

  it('200 characters of a text that is searched for', () => {
    const search = (length: number) =>
      compile({
        id: 'r',
        version: '1',
        rules: ruled({ all: [{ fact: 'street', operator: 'containsText', value: 'x'.repeat(length) }] }),
      });
    expect(search(200)).toEqual([]);
    expect(search(201)).toEqual(['operatorType']);
  });
});

describe('count', () => {
  it('200,000 rules', () => {
    const [rule] = ruled({ all: [urgent] });
    expect(compile(Array.from({ length: 200_001 }, () => rule))).toEqual(['tooManyRules']);
  });

  it('500,000 rows of a list', () => {
    const rows = 'x,,y,,\n'.repeat(500_001);
    expect(parse({ 'implementation-list.csv': `matter,district,lead,assists,article\n${rows}` })).toContain(
      'tooManyRows',
    );
  });

  it('8 decorators of an operator', () => {
    const decorated = (count: number) =>
      compile(ruled({ all: [{ ...urgent, operator: `${'not:'.repeat(count)}equal` }] }));
    expect(decorated(8)).toEqual([]);
    expect(decorated(9)).toEqual(['tooManyDecorators']);
  });
});

describe('code: nothing in a document is run', () => {
  it.each(['matches', 'regex', 'regexp', 'pattern', 'script', 'eval', 'test'])(
    'there is no operator "%s"',
    (operator) => {
      expect(compile(ruled({ all: [{ fact: 'street', operator, value: '(a+)+$' }] }))).toEqual(['unknownOperator']);
    },
  );

  it.each(['$..*', '$[?(@.a)]', '$.a[?(1)]', '$.a[(@.length-1)]', '$[`x`]', '$.constructor'])(
    'the path %s is refused',
    (path) => {
      const facts = { o: { type: 'object' } };
      const rules = ruled({ all: [{ fact: 'o', operator: 'equal', value: 1, path }] });
      expect(compile({ id: 'r', version: '1', facts, rules })).toEqual(['pathNotAllowed']);
    },
  );

  it('a function, a symbol or a bigint is no value of a document', () => {
    for (const odd of [() => true, Symbol('x'), 1n]) {
      const document = [{ conditions: { all: [urgent] }, event: { type: 'x', params: { odd } } }];
      expect(compile(document)).toEqual(['notJson']);
      expect(codes(() => toEngineRules(document as never))).toEqual(['notJson']);
    }
  });

  it('a pattern of many stars is decided in linear time: this test would not end otherwise', () => {
    const all = [{ fact: 'street', operator: 'matchesGlob', value: `${'*a'.repeat(99)}*b` }];
    const ruleSet = compileRuleSet({ id: 'r', version: '1', rules: ruled({ all }) });
    expect(ruleSet.decide({ street: 'a'.repeat(1_000_000) }).outcomes).toEqual([]);
  });
});

describe('time: no expression searches a hostile text again and again; this test would not end otherwise', () => {
  it('articles of opening quotes alone', () => {
    const article = '“'.repeat(16_383);
    const rules = Array.from({ length: 1_000 }, (_, index) => ({
      conditions: { all: [urgent] },
      event: { type: 'route', params: { unit: 'riverside' } },
      id: `r${index}`,
      article: `${index}${article.slice(6)}`,
    }));
    const text = JSON.stringify({ id: 'r', version: '1', rules });
    const { diagnostics } = lintCityPack(packFiles({ 'routing.rules.json': text }));
    expect(diagnostics.filter(({ code }) => code === 'unnamedSource').length).toBeGreaterThanOrEqual(1_000);
  });
});

describe('folder: nothing outside of it is read', () => {
  let folder = '';
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'limits-')), 'town');
    await mkdir(folder);
    for (const [name, text] of Object.entries(packFiles({}))) await writeFile(join(folder, name), text);
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true }));

  const refusedFor = async (): Promise<readonly string[]> => {
    const error: unknown = await loadCityPack(folder).catch((reason: unknown) => reason);
    if (!(error instanceof PackError)) throw error;
    return error.diagnostics.map(({ file, code }) => `${file} ${code}`);
  };

  it('a file that is a link is as good as missing', async () => {
    await rm(join(folder, 'units.json'));
    await writeFile(join(folder, '..', 'elsewhere.json'), '{ "units": [] }');
    await symlink(join(folder, '..', 'elsewhere.json'), join(folder, 'units.json'));
    expect(await refusedFor()).toContain('town/units.json missingFile');
  });

  it.each(['../elsewhere.csv', '/etc/hosts', 'sub/x.csv', '..\\elsewhere.csv'])(
    'a table does not take the file %s',
    async (file) => {
      const columns = [{ fact: 'matter' }, { param: 'unit' }];
      const table = { id: 't', article: 'x', file, columns, event: { type: 'route' } };
      await writeFile(
        join(folder, 'routing.rules.json'),
        JSON.stringify({ id: 'r', version: '1', rules: [], tables: [table] }),
      );
      expect((await refusedFor()).join()).toMatch(/missingFile|wrongName|wrongValue/);
    },
  );

  it('a file of more than 64 MiB is not read', async () => {
    await truncate(join(folder, 'units.json'), 64 * 1024 * 1024 + 1);
    expect(await refusedFor()).toEqual(['town/units.json fileTooLarge']);
  });

  it('of more than 200 files none is read', async () => {
    for (let index = 0; index < 200; index += 1) await writeFile(join(folder, `t${index}.csv`), '');
    expect(await refusedFor()).toEqual(['town tooManyFiles']);
  });
});
