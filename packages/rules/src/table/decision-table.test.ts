import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRuleSet } from '../compile-rule-set.js';
import { toEngineRules } from '../engine-rules.js';
import { lintRuleSet } from '../lint-rule-set.js';
import { RuleSetError } from '../rule-set-error.js';

const columns = [
  { fact: 'matter' },
  { fact: 'district' },
  { fact: 'repeatCount' },
  { param: 'unit' },
  { param: 'assists', list: true },
  { is: 'article' },
];
const table = (parts: Record<string, unknown>) => ({ id: 'list', columns, event: { type: 'route' }, ...parts });
const document = (...tables: readonly unknown[]) => ({ id: 'd', version: '1', tables, rules: [] });
const csv = `matter,district,repeatCount,unit,assists,article
noise,east,,ecology,street-1;street-2,第八条
noise;dust,,,ecology,,
road,west,>=3,supervision,,第十条
road,,1..2,works,,
,,,hotline,,
`;
const ruleSet = compileRuleSet(document(table({ file: 'list.csv', article: '第二条' })), {
  tables: { 'list.csv': csv },
});
const decide = (facts: Record<string, unknown>) => ruleSet.decide(facts).outcomes.map(({ rule }) => rule);

describe('a table', () => {
  it('is a rule for each row, named by the table and its row as a spreadsheet counts', () => {
    expect(ruleSet.size).toBe(5);
    expect(ruleSet.decide({ matter: 'noise', district: 'east' }).outcomes).toEqual([
      {
        type: 'route',
        params: { unit: 'ecology', assists: ['street-1', 'street-2'] },
        rule: 'list:2',
        priority: 1,
        article: '第八条',
      },
      { type: 'route', params: { unit: 'ecology' }, rule: 'list:3', priority: 1, article: '第二条' },
      { type: 'route', params: { unit: 'hotline' }, rule: 'list:6', priority: 1, article: '第二条' },
    ]);
  });

  it('takes an empty cell for any value, semicolons for one of several, and bounds and ranges for numbers', () => {
    expect(decide({ matter: 'dust' })).toEqual(['list:3', 'list:6']);
    expect(decide({ matter: 'road', district: 'west', repeatCount: 3 })).toEqual(['list:4', 'list:6']);
    expect(decide({ matter: 'road', district: 'west', repeatCount: 2 })).toEqual(['list:5', 'list:6']);
    expect(decide({ matter: 'road', repeatCount: 0 })).toEqual(['list:6']);
  });

  it('says the same as rows of a spreadsheet, as rows in the document, and with blank lines between', () => {
    const cells = csv
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const inline = compileRuleSet(document(table({ rows: cells.slice(1), article: '第二条' })));
    const sheet = compileRuleSet(document(table({ file: 'list.xlsx', article: '第二条' })), {
      tables: { 'list.xlsx': cells },
    });
    const facts = { matter: 'noise', district: 'east' };
    expect(sheet.decide(facts).outcomes).toEqual(ruleSet.decide(facts).outcomes);
    expect(inline.decide(facts).outcomes.map(({ rule }) => rule)).toEqual(['list:1', 'list:2', 'list:5']);
    const spaced = csv.replace('\nroad,west', '\n,,,,,\n\nroad,west');
    const again = compileRuleSet(document(table({ file: 'list.csv' })), { tables: { 'list.csv': spaced } });
    expect(again.size).toBe(5);
    expect(again.decide({ matter: 'road', repeatCount: 1 }).outcomes.map(({ rule }) => rule)).toEqual([
      'list:7',
      'list:8',
    ]);
  });

  it('has no rule for a line of spaces, and none for a line with another number of empty cells', () => {
    const text = `${csv}  ,,,,,\n   \n,,,,,,,,\n`;
    const again = compileRuleSet(document(table({ file: 'list.csv' })), { tables: { 'list.csv': text } });
    expect(again.size).toBe(5);
  });

  it('stands after the rules of the same priority, and its rows may have priorities of their own', () => {
    const rows = [
      ['noise', 'a', 1, ''],
      ['noise', 'b', 3, 'third'],
      ['noise', 'c', null, ''],
    ];
    const own = [{ fact: 'matter' }, { param: 'tag' }, { is: 'priority' }, { is: 'id' }];
    const set = compileRuleSet({
      ...document({ id: 't', columns: own, event: { type: 'tag' }, priority: 2, rows }),
      rules: [1, 2, 3].map((priority) => ({
        id: `r${priority}`,
        priority,
        conditions: { all: [{ fact: 'matter', operator: 'equal', value: 'noise' }] },
        event: { type: 'tag', params: { tag: 'r' } },
      })),
    });
    const order = set.decide({ matter: 'noise' }).outcomes.map(({ rule }) => rule);
    expect(order).toEqual(['r3', 'third', 'r2', 't:3', 'r1', 't:1']);
  });

  it('is in force only within its dates, and not at all where it is not enabled', () => {
    const dated = table({ rows: [['noise', '', '', 'ecology']], effective: { from: '2026-01-01' } });
    const at = (instant: string) =>
      compileRuleSet(document(dated)).decide({ matter: 'noise' }, { at: instant }).outcomes.length;
    expect([at('2025-12-31T23:59:59+08:00'), at('2026-01-01T00:00:00+08:00')]).toEqual([0, 1]);
    expect(compileRuleSet(document(table({ rows: [['noise', '', '', 'e']], enabled: false }))).size).toBe(0);
  });

  it('reads flags, lists, other operators and typed parameters', () => {
    const set = compileRuleSet(
      document({
        id: 't',
        columns: [
          { fact: 'urgent' },
          { fact: 'tags' },
          { fact: 'matter', operator: 'notIn' },
          { fact: 'returnCount', operator: 'greaterThan' },
          { param: 'level', type: 'number' },
        ],
        event: { type: 'supervise' },
        rows: [
          ['是', '', '', '', 1],
          ['', 'press;media', '', '', 2],
          ['no', '', 'noise;dust', 1, 3],
        ],
      }),
    );
    const levels = (facts: Record<string, unknown>) => set.decide(facts).outcomes.map(({ params }) => params['level']);
    expect(levels({ urgent: true })).toEqual([1]);
    expect(levels({ tags: ['media'], matter: 'noise' })).toEqual([2]);
    expect(levels({ matter: 'road', returnCount: 2 })).toEqual([3]);
    expect(levels({ matter: 'dust', returnCount: 2 })).toEqual([]);
  });

  it('explains a row by its table and number', () => {
    const { why } = ruleSet.explain({ matter: 'noise', district: 'east' });
    expect(why[0]).toMatchObject({
      rule: 'list:2',
      row: { table: 'list', row: 2, file: 'list.csv' },
      article: '第八条',
    });
    expect(why[0]?.text.zh).toContain('表 list 第2行');
    const { whyNot } = ruleSet.explain({ matter: 'road', district: 'west', repeatCount: 2 }, { unit: 'supervision' });
    expect(whyNot[0]).toMatchObject({ rule: 'list:4', missing: 1 });
  });

  it('has another hash when a cell changes, and the same for other line ends', () => {
    const hash = (text: string) =>
      compileRuleSet(document(table({ file: 'list.csv', article: '第二条' })), { tables: { 'list.csv': text } }).hash;
    expect(hash(csv.replaceAll('\n', '\r\n'))).toBe(ruleSet.hash);
    expect(hash(csv.replace('hotline', 'centre'))).not.toBe(ruleSet.hash);
  });

  it('is linted row by row, at the line of its file', () => {
    const text = 'matter,district,repeatCount,unit,assists,article\nnoise,,,a,,x\nnoise,,,b,,x\n';
    const lints = lintRuleSet(
      { ...document(table({ file: 'list.csv' })), effective: { from: '2026-01-01' } },
      { file: 'pack/routing.rules.json', tables: { 'list.csv': text } },
    );
    expect(lints).toMatchObject([{ code: 'conflictingRules', file: 'pack/list.csv', line: 3, column: 1 }]);
  });
});

describe('a table with faults', () => {
  const faults = (parts: Record<string, unknown>, files: Record<string, string> = {}) => {
    try {
      compileRuleSet(document(table(parts)), {
        file: 'pack/routing.rules.json',
        tables: files,
        domains: { matters: new Set(['noise', 'road']), units: new Set(['ecology']) },
      });
      return [];
    } catch (error) {
      if (!(error instanceof RuleSetError)) throw error;
      return error.diagnostics.map(({ code, file, line, column, pointer }) =>
        line > 0 ? `${code} ${file}:${line}:${column}` : `${code} ${pointer}`,
      );
    }
  };
  const head = 'matter,district,repeatCount,unit,assists,article';

  it('names the file, the line and the column of the cell', () => {
    const text = `${head}\nnoise,,,ecology,,\nnoisy,,many,ecolgy,,\n"road",,5..1,ecology,nobody,\n`;
    expect(faults({ file: 'list.csv' }, { 'list.csv': text })).toEqual([
      'unknownMatter pack/list.csv:3:1',
      'wrongCell pack/list.csv:3:8',
      'unknownUnit pack/list.csv:3:13',
      'wrongCell pack/list.csv:4:9',
      'unknownUnit pack/list.csv:4:22',
    ]);
  });

  it('names the row and the column of a table in the document', () => {
    expect(faults({ rows: [['noise', '', 'x', 'ecology']] })).toEqual(['wrongCell /tables/0/rows/0/2']);
    expect(faults({ rows: [['noise', '', '', '']] })).toEqual(['missingKey /tables/0/rows/0/3']);
    expect(faults({ rows: [['a', 'b', 'c', 'd', 'e', 'f', 'g']] })).toEqual(['csvFields /tables/0/rows/0']);
    expect(faults({ rows: [[{}]] })).toEqual(['wrongType /tables/0/rows/0/0']);
    expect(faults({ rows: ['x'] })).toEqual(['wrongType /tables/0/rows/0']);
  });

  it.each([
    [{ file: 'list.csv' }, 'missingFile /tables/0/file'],
    [{ rows: [], file: 'list.csv' }, 'wrongValue /tables/0'],
    [{ rows: [], columns: [{ fact: 'mater' }] }, 'unknownFact /tables/0/columns/0/fact'],
    [{ rows: [], columns: [{ fact: 'matter', operator: 'is' }] }, 'unknownOperator /tables/0/columns/0/operator'],
    [{ rows: [], columns: [{ fact: 'matter', param: 'unit' }] }, 'wrongValue /tables/0/columns/0'],
    [{ rows: [], columns: [{ param: '__proto__' }] }, 'wrongValue /tables/0/columns/0/param'],
    [{ rows: [['x']], columns: [{ param: 'unit' }], event: { type: 'rout' } }, 'unknownOutcome /tables/0/event/type'],
    [
      { rows: [], event: { type: 'route', params: { unit: { kind: 'street' } } } },
      'relationInTable /tables/0/event/params',
    ],
    [{ rows: [['0']], columns: [{ is: 'priority' }] }, 'wrongCell /tables/0/rows/0/0'],
  ])('%o is refused', (parts, fault) => {
    expect(faults(parts)).toContain(fault);
  });
});

const cell = (texts: readonly string[]) => fc.constantFrom('', '', ...texts);
const rows = fc.array(
  fc.tuple(
    cell(['a', 'b', 'a;b', 'c']),
    cell(['x', 'y']),
    cell(['1', '>=2', '<1', '0..1', '0;2', '>2;0']),
    fc.constantFrom('u1', 'u2', 'u3'),
    cell(['s1', 's1;s2']),
    cell(['第一条']),
  ),
  { maxLength: 12 },
);
const facts = fc.record(
  { matter: fc.constantFrom('a', 'b', 'c', 'd'), district: fc.constantFrom('x', 'y'), repeatCount: fc.nat(3) },
  { requiredKeys: [] },
);

describe('the compiled table', () => {
  it('decides what the rules decide that toEngineRules writes out for it', () => {
    fc.assert(
      fc.property(rows, fc.array(facts, { minLength: 1, maxLength: 5 }), (list, cases) => {
        const source = document(table({ rows: list }));
        const compiled = compileRuleSet(source);
        const written = compileRuleSet(
          toEngineRules(source).map((rule) => ({
            ...rule,
            conditions: JSON.stringify(rule.conditions) === '{"all":[]}' ? { not: { any: NEVER } } : rule.conditions,
          })),
        );
        for (const given of cases) {
          const full = { repeatCount: 0, ...given };
          const bare = ({ outcomes }: ReturnType<typeof compiled.decide>) =>
            outcomes.map(({ rule, type, params, priority }) => ({ rule, type, params, priority }));
          expect(bare(compiled.decide(given))).toEqual(bare(written.decide(full)));
        }
      }),
    );
  });
});

const NEVER = [{ fact: 'matter', operator: 'equal', value: 'never' }];
