import { readdirSync, readFileSync } from 'node:fs';
import { type Diagnostic, PackError, parseCityPack } from '@hotline-kit/rules';
import { describe, expect, it } from 'vitest';

const folder = new URL('./packs/sample-town/', import.meta.url);
const good = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.includes('.'))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
);

/** The sample pack with one file changed: each search text must be there once. */
function changed(file: string, ...changes: readonly (readonly [string, string])[]): Record<string, string> {
  let text = good[file] ?? '';
  for (const [from, to] of changes) {
    if (text.split(from).length !== 2) throw new Error(`${file} should hold ${from} once`);
    text = text.replace(from, () => to);
  }
  return { ...good, [file]: text };
}

function diagnose(files: Record<string, string>): readonly Diagnostic[] {
  try {
    parseCityPack(files, { base: 'sample-town' });
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.diagnostics;
  }
}

/** A fault as its place, code, value and fix. */
const short = ({ file, line, column, pointer, code, value, fix }: Diagnostic) => ({
  at: `${file}:${line}:${column}`,
  pointer,
  code,
  value,
  fix,
});

const only = (files: Record<string, string>) => {
  const found = diagnose(files);
  expect(found.map(({ message }) => message)).toHaveLength(1);
  return short(found[0] as Diagnostic);
};

describe('a fault of a pack names its file, line, column and pointer, and how to mend it', () => {
  it('the sample pack has none', () => {
    expect(diagnose(good)).toEqual([]);
  });

  it('malformed JSON', () => {
    expect(only(changed('units.json', ['"kind": "city" },', '"kind": "city" ']))).toEqual({
      at: 'sample-town/units.json:3:81',
      pointer: '',
      code: 'malformedJson',
      value: undefined,
      fix: 'Write a comma here.',
    });
  });

  it('an unknown fact', () => {
    expect(only(changed('routing.rules.json', ['"fact": "street"', '"fact": "steet"']))).toEqual({
      at: 'sample-town/routing.rules.json:32:21',
      pointer: '/rules/1/conditions/all/1/fact',
      code: 'unknownFact',
      value: 'steet',
      fix: 'Did you mean "street"?',
    });
  });

  it('an unknown unit in an outcome', () => {
    expect(only(changed('routing.rules.json', ['"unit": "hillside"', '"unit": "hilside"']))).toEqual({
      at: 'sample-town/routing.rules.json:35:55',
      pointer: '/rules/1/event/params/unit',
      code: 'unknownUnit',
      value: 'hilside',
      fix: 'Did you mean "hillside"?',
    });
  });

  it('an unknown matter in a condition', () => {
    expect(
      only(changed('routing.rules.json', ['"value": ["noise-construction"]', '"value": ["noise-contruction"]'])),
    ).toEqual({
      at: 'sample-town/routing.rules.json:6:79',
      pointer: '/conditions/construction/all/0/value/0',
      code: 'unknownMatter',
      value: 'noise-contruction',
      fix: 'Did you mean "noise-construction"?',
    });
  });

  it('an unknown clock in a fact, and an unknown value of it', () => {
    const files = changed('escalation.rules.json', [
      '"fact": "clock.handle.state", "operator": "equal", "value": "breached"',
      '"fact": "clock.handel.state", "operator": "equal", "value": "breached"',
    ]);
    expect(only(files)).toMatchObject({ code: 'unknownFact', fix: 'Did you mean "clock.handle.state"?' });
    const late = changed('escalation.rules.json', [
      '"fact": "clock.handle.state", "operator": "equal", "value": "breached"',
      '"fact": "clock.handle.state", "operator": "equal", "value": "late"',
    ]);
    expect(only(late)).toMatchObject({
      code: 'unknownValue',
      value: 'late',
      fix: 'Allowed are running, paused, met, breached, cancelled, none.',
    });
  });

  it('a misspelt key', () => {
    expect(only(changed('procedure.json', ['"maximumRounds"', '"maximunRounds"']))).toEqual({
      at: 'sample-town/procedure.json:357:5',
      pointer: '/redispatch/maximunRounds',
      code: 'unknownKey',
      value: 'maximunRounds',
      fix: 'Did you mean "maximumRounds"?',
    });
  });

  it('a misspelt role, command, event, calendar and unit kind', () => {
    expect(only(changed('procedure.json', ['"approver": ["dispatcher"]', '"approver": ["dispacher"]']))).toMatchObject({
      pointer: '/return/approver/0',
      fix: 'Did you mean "dispatcher"?',
    });
    expect(only(changed('procedure.json', ['"close": {', '"cloze": {']))).toMatchObject({
      pointer: '/commands/cloze',
      fix: 'Did you mean "close"?',
    });
    expect(only(changed('clocks.json', ['"stop": ["site.arrived"]', '"stop": ["site.arived"]']))).toMatchObject({
      pointer: '/arrive/stop/0',
      code: 'unknownEvent',
      fix: 'Did you mean "site.arrived"?',
    });
    expect(only(changed('pack.json', ['"calendar": "office"', '"calendar": "ofice"']))).toMatchObject({
      at: 'sample-town/pack.json:6:15',
      code: 'unknownCalendar',
      fix: 'Did you mean "office"?',
    });
    expect(only(changed('units.json', ['"kind": "hotline"', '"kind": "hotlin"']))).toMatchObject({
      pointer: '/units/1/kind',
      fix: 'Did you mean "hotline"?',
    });
  });

  it('a term of an unknown kind, and one without its unit', () => {
    const at = '"term": { "kind": "workingDays", "amount": 3 },\n    "start": ["reply.approved"]';
    const term = (text: string) => changed('clocks.json', [at, `"term": ${text},\n    "start": ["reply.approved"]`]);
    expect(only(term('{ "kind": "workDays", "amount": 3 }'))).toMatchObject({
      pointer: '/callback/term/kind',
      code: 'wrongValue',
      value: 'workDays',
      fix: 'Did you mean "workingDays"?',
    });
    expect(only(term('{ "kind": "elapsed", "amount": 3 }'))).toMatchObject({
      pointer: '/callback/term/unit',
      code: 'missingKey',
      fix: 'One of second, minute, hour.',
    });
  });

  it('a list of choices without a default', () => {
    const files = changed('procedure.json', [
      '{ "value": ["unitLeader"] }',
      '{ "when": { "condition": "x" }, "value": ["unitLeader"] }',
    ]);
    expect(diagnose(files).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'noDefault /reply/approver/1',
      'unknownCondition /reply/approver/1/when/condition',
    ]);
  });

  it('a duplicate id', () => {
    expect(only(changed('units.json', ['"id": "riverside"', '"id": "hillside"']))).toMatchObject({
      at: 'sample-town/units.json:44:13',
      pointer: '/units/7/id',
      code: 'duplicateId',
      value: 'hillside',
    });
    expect(
      only(changed('routing.rules.json', ['"id": "night-noise-tag"', '"id": "construction-noise"'])),
    ).toMatchObject({
      pointer: '/rules/2/id',
      code: 'duplicateId',
    });
  });

  it('a cyclic unit tree', () => {
    const files = changed('units.json', ['"kind": "city" }', '"kind": "city", "parent": "riverside" }']);
    expect(diagnose(files).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'unitCycle /units/0/parent',
      'unitCycle /units/4/parent',
      'unitCycle /units/6/parent',
    ]);
  });

  it('a bad row of a CSV file', () => {
    expect(only(changed('implementation-list.csv', ['road,,urban-management,,', 'road,,urban-managment,,']))).toEqual({
      at: 'sample-town/implementation-list.csv:6:7',
      pointer: '/4/lead',
      code: 'unknownUnit',
      value: 'urban-managment',
      fix: 'Did you mean "urban-management"?',
    });
    expect(
      only(changed('implementation-list.csv', ['road,,urban-management,,', 'road,,urban-management'])),
    ).toMatchObject({
      at: 'sample-town/implementation-list.csv:6:7',
      code: 'csvFields',
    });
    expect(
      only(
        changed('implementation-list.csv', [
          'streetlight,,power-company,,样例办法第九条',
          '"streetlight",,power-company,"riverside;nobody",',
        ]),
      ),
    ).toMatchObject({
      at: 'sample-town/implementation-list.csv:4:30',
      pointer: '/2/assists',
      code: 'unknownUnit',
    });
    expect(only(changed('matters.csv', ['code,name', 'code,title']))).toMatchObject({
      at: 'sample-town/matters.csv:1:6',
      code: 'csvHeader',
    });
    expect(only(changed('matters.csv', [',consult,consult', ',consul,consult']))).toMatchObject({
      pointer: '/7/parent',
      code: 'unknownMatter',
      fix: 'Did you mean "consult"?',
    });
  });

  it.each([
    ['implementation-list.csv', 'road,,urban-management,,', 'road,,样例市城市管理局,,', 'urban-management'],
    ['implementation-list.csv', 'road,,urban-management,,', '道路破损,,urban-management,,', 'road'],
    ['matters.csv', ',services,consult', ',政务服务,consult', 'services'],
    ['matters.csv', ',consult,consult', ',consult,咨询', 'consult'],
    ['pack.json', '"fallbackUnit": "hotline-centre"', '"fallbackUnit": "样例市12345热线中心"', 'hotline-centre'],
    ['routing.rules.json', '"fact": "street"', '"fact": "街镇"', 'street'],
    ['procedure.json', '"approver": ["dispatcher"]', '"approver": ["派单员"]', 'dispatcher'],
    ['clocks.json', '"stop": ["ticket.dispatched"]', '"stop": ["已派单"]', 'ticket.dispatched'],
  ])('what is said in place of the word, in %s: %s', (file, from, to, meant) => {
    expect(diagnose(changed(file, [from, to])).map(({ fix }) => fix)).toContain(`Did you mean "${meant}"?`);
  });

  it.each([
    ['==', 'equal'],
    ['等于', 'equal'],
    ['<>', 'notEqual'],
    ['>=', 'greaterThanInclusive'],
    ['不大于', 'lessThanInclusive'],
  ])('the operator of another notation: %s', (sign, operator) => {
    expect(
      only(
        changed('routing.rules.json', [
          '"fact": "street", "operator": "equal"',
          `"fact": "street", "operator": "${sign}"`,
        ]),
      ),
    ).toMatchObject({
      code: 'unknownOperator',
      fix: `Did you mean "${operator}"?`,
    });
  });

  it.each([
    [';', ';'],
    ['\t', 'a tab'],
    ['，', '，'],
  ])('a table whose columns are parted by %j is told once', (sign, named) => {
    const text = (good['matters.csv'] ?? '').replaceAll(',', sign);
    const [first, ...others] = diagnose({ ...good, 'matters.csv': text }).filter(({ file }) => /matters/.test(file));
    expect(first).toMatchObject({
      ...{ code: 'csvHeader', line: 1, column: 1 },
      message: `The columns are parted by ${named}, not by commas.`,
    });
    expect(others).toEqual([]);
  });

  it('a table with headings of its own is told once', () => {
    const found = diagnose(changed('matters.csv', ['code,name,parent,type', '编码,名称,上级,类型']));
    expect(found.filter(({ file }) => /matters/.test(file)).map(({ message }) => message)).toEqual([
      'The first line is no list of columns of this file: 编码,名称,上级,类型.',
    ]);
  });

  it('a full-width comma in a row', () => {
    expect(only(changed('matters.csv', [',consult,consult', '，consult，consult']))).toMatchObject({
      code: 'csvFields',
      fix: 'Write , instead of ，.',
    });
  });

  it('a holiday layer, an hour or a zone that the calendar does not know', () => {
    expect(only(changed('calendar.json', ['"holidays": ["cn"]', '"holidays": ["china"]']))).toMatchObject({
      pointer: '/office/holidays/0',
      code: 'invalidCalendar',
    });
    expect(only(changed('calendar.json', ['"Asia/Shanghai"', '"Asia/Peking"']))).toMatchObject({
      code: 'invalidCalendar',
    });
  });

  it('a missing file, and one with a misspelt name', () => {
    const { 'SOURCES.md': _, 'procedure.json': procedure, ...rest } = good;
    expect(diagnose({ ...rest, 'procedur.json': procedure ?? '' }).map(short)).toEqual([
      {
        at: 'sample-town/SOURCES.md:0:0',
        pointer: '',
        code: 'missingFile',
        value: undefined,
        fix: 'Add it to the pack.',
      },
      {
        at: 'sample-town/procedure.json:0:0',
        pointer: '',
        code: 'missingFile',
        value: undefined,
        fix: 'Add it to the pack.',
      },
      {
        at: 'sample-town/procedur.json:0:0',
        pointer: '',
        code: 'unknownFile',
        value: 'procedur.json',
        fix: 'Did you mean "procedure.json"?',
      },
    ]);
  });

  it('all faults of all files come at once, and the message shows the first few as file:line:column', () => {
    const files = {
      ...changed('procedure.json', ['"approver": ["dispatcher"]', '"approver": ["dispacher"]']),
      'clocks.json': changed('clocks.json', ['"site.arrived"', '"site.arived"'])['clocks.json'] ?? '',
      'matters.csv': changed('matters.csv', ['noise,噪声扰民', ',噪声扰民'])['matters.csv'] ?? '',
    };
    expect(new Set(diagnose(files).map(({ file }) => file))).toEqual(
      new Set(['sample-town/matters.csv', 'sample-town/clocks.json', 'sample-town/procedure.json']),
    );
    expect(() => parseCityPack(files, { base: 'sample-town' })).toThrow(
      'sample-town/clocks.json:57:14 unknownEvent Unknown event "site.arived". (Did you mean "site.arrived"?)',
    );
  });
});
