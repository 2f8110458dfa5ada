import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cityFolder, seedCities } from '@hotline-kit/rules/node';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gb18030Bytes } from '../spreadsheet/gb18030-bytes.js';
import { recordedRun } from './recorded-run.js';

const town = fileURLToPath(new URL('../../test/packs/sample-town', import.meta.url));
let place = '';
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'hotline-rules-'));
});
afterAll(() => rm(place, { recursive: true }));

const run = (...args: readonly string[]) => recordedRun(args);

/** A pack that was just begun, in a folder of its own. */
async function begun(name: string): Promise<string> {
  const folder = join(place, name);
  expect((await run('init', folder)).code).toBe(0);
  return folder;
}

async function change(folder: string, file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(folder, file), text.replace(from, to));
}

describe('hotline-rules init', () => {
  it('begins a pack that passes check and test without a warning', async () => {
    const folder = await begun('new-town');
    expect(await run('check', folder)).toMatchObject({
      code: 0,
      out: expect.stringContaining('✓ passes (warnings: 0'),
    });
    expect(await run('test', folder)).toMatchObject({ code: 0, out: '✓ all 5 tests pass\n' });
  });

  it.each(seedCities())('begins with the pack of %s, which passes too', async (city) => {
    const folder = join(place, `from-${city}`);
    expect((await run('init', '--from', city, folder)).out).toContain('Next:');
    expect((await run('check', folder)).code).toBe(0);
    expect((await run('test', folder)).code).toBe(0);
  });

  it('writes into no folder that has something in it, and knows its cities', async () => {
    const folder = await begun('full');
    expect(await run('init', folder)).toMatchObject({ code: 2, err: expect.stringContaining('not empty') });
    const unknown = await run('init', '--from', 'atlantis', join(place, 'x'));
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining(seedCities()[0] ?? '') });
    const file = join(folder, 'pack.json');
    expect(await run('init', file)).toMatchObject({ code: 2, err: `Cannot read ${file}: here is no folder\n` });
  });

  it('gives JSON for programs', async () => {
    const folder = join(place, 'as-json');
    const { out } = await run('init', folder, '--json');
    expect(JSON.parse(out)).toMatchObject({ ok: true, folder, from: null });
    expect(JSON.parse(out).files).toContain(join('tests', 'first.json'));
    const schemas = join(place, 'schemas-json');
    expect(JSON.parse((await run('schema', folder, '--json')).out)).toHaveProperty(['pack.json']);
    const { written } = JSON.parse((await run('schema', folder, '--out', schemas, '--json')).out);
    expect(written).toContain(join(schemas, 'pack.schema.json'));
  });
});

describe('hotline-rules check', () => {
  it('shows file, line and column, the fix, and ends with 1', async () => {
    const folder = await begun('misspelt');
    await change(folder, 'routing.rules.json', '"fact": "urgent"', '"fact": "urgnt"');
    const { code, out } = await run('check', folder);
    expect(code).toBe(1);
    expect(out).toMatch(
      /misspelt\/routing\.rules\.json:\d+:\d+ error unknownFact\n.*\n {2}fix: Did you mean "urgent"\?/,
    );
    expect(out).toContain('✗ does not pass (errors: 1,');
  });

  it('counts a failing test as an error, and tells the matter that nobody handles', async () => {
    const folder = await begun('failing');
    await change(folder, 'tests/first.json', '"route": "urban-management"', '"route": "east"');
    await change(folder, 'matters.csv', 'noise,噪声扰民', 'water,漏水,,help\nnoise,噪声扰民');
    const { code, out } = await run('check', '--json', folder);
    const found = JSON.parse(out);
    expect([code, found.ok, found.errors]).toEqual([1, false, 1]);
    expect(found.diagnostics.map((each: { code: string }) => each.code)).toEqual(['uncoveredMatter', 'failingTest']);
  });

  it('speaks Chinese, in plain text where there is no terminal', async () => {
    const { code, out } = await run('--lang', 'zh', 'check', town);
    expect(code).toBe(0);
    expect(out).toContain('警告 missingArticle 缺少依据');
    expect(out).toContain('✓ 通过（警告3，提示5）');
    expect(out).not.toContain('\u001b');
  });

  it('takes "$schema" in every file, for editors', async () => {
    const folder = join(place, 'with-schemas');
    await run('init', '--from', 'dongguan', folder);
    await cp(join(cityFolder('changsha'), 'tests'), join(folder, 'tests'), { recursive: true });
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json'));
    expect(files.length).toBeGreaterThanOrEqual(10);
    const before = JSON.parse((await run('check', '--json', folder)).out).errors;
    for (const file of files) {
      const text = await readFile(join(folder, file), 'utf8');
      await writeFile(join(folder, file), text.replace('{', '{ "$schema": "../schemas/any.schema.json",'));
    }
    const found = JSON.parse((await run('check', '--json', folder)).out);
    expect(found.errors).toBe(before);
    // The tests of one city among the units of another.
    const expected = ['failingTest', 'missingTest', 'unknownValue'];
    expect(found.diagnostics.filter(({ code }: { code: string }) => !expected.includes(code))).toEqual([]);
  });

  it.each([
    ['check'],
    ['test'],
    ['coverage'],
    ['upgrade'],
    ['schema'],
    ['explain', '--facts', '{}'],
    ['diff', town],
    ['backtest', 'no.csv'],
    ['import', 'no.csv'],
  ])('ends with 2 where there is no such folder: %s', async (command, ...more) => {
    const nowhere = join(place, 'nowhere');
    const folders = command === 'backtest' ? [nowhere, nowhere, ...more] : [...more, nowhere];
    const { code, out, err } = await run(command, ...folders);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/There is no folder ".*"\. Give the folder that holds pack\.json\.|Cannot read no\.csv/);
  });

  it('a file that was saved in the encoding of the system is told by its first wrong line', async () => {
    const folder = await begun('gbk');
    const text = await readFile(join(folder, 'matters.csv'), 'utf8');
    await writeFile(join(folder, 'matters.csv'), gb18030Bytes(text));
    const { code, out } = await run('--lang', 'zh', 'check', folder);
    expect(code).toBe(1);
    expect(out).toContain('gbk/matters.csv:2:7 错误 notUtf8 文件编码不是 UTF-8');
    expect(out).toContain('改法：请另存为 UTF-8：表格软件选“CSV UTF-8（逗号分隔）”，编辑器选编码 UTF-8。');
  });

  it('a byte order mark and either line end are no faults', async () => {
    const folder = await begun('windows');
    for (const file of ['matters.csv', 'implementation-list.csv', 'units.json', 'tests/first.json', 'pack.json']) {
      const text = await readFile(join(folder, file), 'utf8');
      await writeFile(join(folder, file), `\ufeff${text.replaceAll('\n', '\r\n')}`);
    }
    expect((await run('check', folder)).out).toContain('✓ passes (warnings: 0, infos: 0)');
  });

  it('says nothing of the words of a file that cannot be read', async () => {
    const folder = await begun('unread');
    await rm(join(folder, 'units.json'));
    expect((await run('check', folder)).out.match(/[^/]+ error \w+/g)).toEqual(['units.json error missingFile']);
    await writeFile(join(folder, 'units.json'), '{');
    expect((await run('check', folder)).out.match(/error \w+/g)).toEqual(['error malformedJson']);
  });

  it.each(['tests', 'scenarios'])('a key that stands twice in a file of %s', async (inside) => {
    const folder = await begun(`twice-in-${inside}`);
    await mkdir(join(folder, inside), { recursive: true });
    await writeFile(
      join(folder, inside, 'twice.json'),
      '{ "tests": [{ "facts": {}, "route": "east",\n "route" : "hotline-centre" }] }',
    );
    expect((await run('check', folder)).out).toMatch(
      new RegExp(`${inside}/twice\\.json:2:2 error duplicateKey\n {2}The key "route" stands in line 1 already`),
    );
  });

  it('what stands in a file cannot steer the terminal', async () => {
    const folder = await begun('steering');
    await change(folder, 'implementation-list.csv', 'urban-management', '\u001b[2J\u001b]0;x\u0007\u202ex\rx');
    const { out } = await run('check', folder);
    expect(out).toContain('Unknown unit "\ufffd[2J\ufffd]0;x\ufffd\ufffdx\ufffdx".');
    expect(out).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  });
});

it('hotline-rules test names the test, what was expected and what came', async () => {
  const folder = await begun('wrong');
  await change(folder, 'tests/first.json', '2026-03-09T17:30:00+08:00', '2026-03-08T17:30:00+08:00');
  const { code, out } = await run('test', folder);
  expect(code).toBe(1);
  expect(out).toContain('wrong/tests/first.json');
  expect(out).toContain('expected "2026-03-08T17:30:00+08:00", but got "2026-03-09T17:30:00+08:00"');
  expect(out).toContain('✗ 1 of 5 tests fail');
});

describe('hotline-rules explain', () => {
  const facts = '{"matter":"noise","district":"west"}';

  it('tells who handles a ticket and why, why not another unit, and what would change it', async () => {
    const { code, out } = await run('--lang', 'zh', 'explain', town, '--facts', facts, '--unit', 'urban-management');
    expect(code).toBe(0);
    expect(out).toContain('实施清单第3行：“噪声扰民”在“西城区”由旧港街道主办（样例办法第八条）。');
    expect(out).toContain(
      '规则 construction-noise《样例办法第十条》未命中，还缺：事项等于“夜间施工噪声”（现为“噪声扰民”）',
    );
    expect(out).toMatch(/其他区县\n\s+东城区\s+河畔镇/);
  });

  it('takes facts from a file, and gives JSON', async () => {
    const file = join(place, 'facts.json');
    await writeFile(file, facts);
    const { out } = await run('explain', town, '--facts', file, '--json');
    expect(JSON.parse(out)).toMatchObject({
      route: { lead: 'old-harbour' },
      rules: { why: [{ rule: 'night-noise-tag' }] },
    });
  });

  it.each([
    [['--facts', '{"matter":'], /not valid JSON/],
    [
      ['--facts', '{"a":1,}'],
      /--facts:1:7 The file is not valid JSON: nothing follows this comma\. Remove the comma\./,
    ],
    [['--facts', '{"__proto__":{}}'], /The key "__proto__" is not allowed/],
    [['--facts', 'no-such-file'], /Cannot read --facts no-such-file: there is no such file/],
    [['--facts', '[]'], /must be an object/],
    [['--facts', facts, '--unit', 'old-harbor'], /There is no unit "old-harbor"\. Did you mean "old-harbour"/],
    [['--facts', facts, '--rule', 'construction-nois'], /Did you mean "construction-noise"/],
    [['--facts', '{"matter":5}'], /should be of type string/],
    [['--facts', facts, '--at', 'today'], /--at: "today" is no instant/],
    [[], /required option/],
  ])('ends with 2 on a call that it cannot carry out: %o', async (args, message) => {
    expect(await run('explain', town, ...args)).toMatchObject({ code: 2, err: expect.stringMatching(message) });
  });
});

describe('hotline-rules schema', () => {
  it("knows the pack's own words", async () => {
    const { out } = await run('schema', cityFolder('dongguan'));
    const schemas = JSON.parse(out);
    const facts = schemas['routing.rules.json'].$defs.test.properties.fact.anyOf.map(
      (each: { const: string }) => each.const,
    );
    expect(facts).toEqual(expect.arrayContaining(['matter', 'callOffered', 'clock.ordinaryPromise.state']));
    expect(JSON.stringify(schemas['routing.rules.json'].$defs.rule)).toContain('"songshan-lake-emergency"');
    expect(JSON.stringify(schemas['clocks.json'])).toContain('"$ref":"#/$defs/condition"');
  });

  it('writes a file for each', async () => {
    const { out } = await run('schema', '--out', join(place, 'schemas'));
    expect(out).toContain('procedure.json → ');
    const written = JSON.parse(await readFile(join(place, 'schemas', 'tests.schema.json'), 'utf8'));
    expect(written.properties.tests.type).toBe('array');
  });

  it('says how a file of the pack names it', async () => {
    const folder = await begun('with-editor');
    const { out } = await run('schema', folder, '--out', join(folder, 'schemas'));
    expect(out).toMatch(/In units\.json:\n {2}"\$schema": "schemas\/units\.schema\.json",\n$/);
  });
});

describe('hotline-rules --help', () => {
  const commands = ['init', 'import', 'check', 'test', 'explain', 'diff', 'backtest', 'coverage', 'schema', 'upgrade'];

  it.each(['zh', 'en'])('fits into 80 columns for every command, with examples and exit codes: %s', async (lang) => {
    for (const command of commands) {
      const { code, out } = await run('--lang', lang, 'help', command);
      expect(code).toBe(0);
      expect(out).toMatch(
        lang === 'zh' ? /用法：[\s\S]*示例：[\s\S]*退出码：/ : /Usage:[\s\S]*Examples:[\s\S]*Exit codes:/,
      );
      expect(out.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
    }
  });

  it('names every command on its first page', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command} .*[a-z]`, 'm'));
  });

  it('ends with 2 on a command that there is not, and guesses what was meant', async () => {
    expect(await run('chekc')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean check?') });
    expect(await run('--lang', 'zh', 'chekc')).toMatchObject({
      code: 2,
      err: '没有命令“chekc”\n（是否为 check？）\n用法与示例：hotline-rules help\n',
    });
    expect(await run('--lang=zh', 'check')).toMatchObject({
      code: 2,
      err: '缺少参数“文件夹”\n用法与示例：hotline-rules help\n',
    });
    expect(await run('--lang', 'fr', 'check')).toMatchObject({ code: 2, err: expect.stringContaining('zh, en') });
  });
});

describe('hotline-rules tells a newcomer what was meant', () => {
  const facts = (text: string) => run('explain', town, '--facts', text);

  it('a fact or a value that the pack does not know', async () => {
    const { out } = await facts('{"mater":"noise","district":"nrth","matter":"nois"}');
    expect(out).toContain('No fact is named "mater"; it has no effect. Did you mean "matter"?');
    expect(out).toContain('The fact "matter" is never "nois". Did you mean "noise"?');
    expect(out).toContain('The fact "district" is never "nrth".');
    expect((await facts('{"matter":"noise","tags":["any"]}')).out).not.toContain('never');
  });

  it('a file where a folder is needed, and a file that is not there', async () => {
    const { err } = await run('check', join(town, 'pack.json'));
    expect(err).toMatch(/"[^"]*pack\.json" is no folder\./);
    expect((await run('import', 'no-such.csv', town)).err).toContain('Cannot read no-such.csv: there is no such file');
    expect((await run('--lang', 'zh', 'backtest', town, town, 'no.csv')).err).toContain(
      '无法读取 no.csv：没有这个文件',
    );
  });

  it('where the usage of a command stands', async () => {
    expect((await run('diff', town)).err).toContain('Usage and examples: hotline-rules help');
  });

  it('what follows beside the unit', async () => {
    const { out } = await facts('{"matter":"noise","district":"west","clock.handle.state":"breached"}');
    expect(out).toContain('What follows\n  Supervise');
  });
});
