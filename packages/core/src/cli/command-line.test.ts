import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { openDesk } from '@hotline-kit/core';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommandLine } from './command-line.js';

const town = fileURLToPath(new URL('../../../rules/test/packs/sample-town', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hotline-desk-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]) => runOn(undefined, ...args);

/** @param live the terminal on which progress is shown; none, unless given */
async function runOn(
  live: NodeJS.WriteStream | undefined,
  ...args: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await runCommandLine(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    color: false,
    language: 'en',
    now: () => new Date('2026-03-02T10:00:00+08:00'),
    ...(live === undefined ? {} : { live }),
  });
  return { code, out, err };
}

/** A database with one urgent ticket that nobody has contacted. */
async function filled(name: string): Promise<string> {
  const file = join(folder, name);
  const desk = await openDesk({ pack: await loadCityPack(town), store: sqliteStore({ file }) });
  const call = {
    channel: 'phone',
    type: 'complaint',
    matter: 'noise',
    content: '噪声',
    place: { district: 'east' },
    urgent: true,
  } as const;
  const given = { ticket: 't', by: { id: 'd', role: 'dispatcher' }, at: '2026-03-02T09:00:00+08:00' } as const;
  await desk.execute({ ...given, type: 'register', data: call });
  await desk.execute({ ...given, type: 'dispatch', data: {} });
  await desk.close();
  return file;
}

describe('the help of hotline-desk', () => {
  const commands = ['scenario', 'verify', 'export', 'run-due', 'assess', 'what-if', 'migrate'];

  test.each(['zh', 'en'] as const)(
    'fits into 80 columns, names every command and each exit code (%s)',
    async (lang) => {
      const whole = (await run('--lang', lang, '--help')).out;
      for (const name of commands) {
        expect(whole).toContain(`\n  ${name} `);
        const { code, out } = await run('--lang', lang, 'help', name);
        expect(code).toBe(0);
        expect(out).toContain(`  hotline-desk ${name} `);
        expect(out).toMatch(/\n {2}0 {2}.+\n {2}1 {2}.+\n {2}2 {2}.+/);
        for (const line of [...whole.split('\n'), ...out.split('\n')]) expect(columnsOf(line)).toBeLessThanOrEqual(80);
      }
    },
  );

  test('is Chinese where Chinese is asked for', async () => {
    for (const name of commands) {
      expect((await run('--lang', 'zh', 'help', name)).out).not.toMatch(/Usage|Options|Arguments|Commands|Examples/);
    }
  });
});

/** Columns of a terminal that a line takes: a Chinese character takes two. */
function columnsOf(line: string): number {
  return [...line].reduce((columns, character) => columns + (character >= '\u2e80' ? 2 : 1), 0);
}

describe('hotline-desk scenario', () => {
  test('the lives of a pack pass', async () => {
    expect(await run('scenario', town)).toEqual({ code: 0, out: '✓ all 1 scenarios pass\n', err: '' });
    expect(JSON.parse((await run('scenario', town, '--json')).out)).toEqual({ ok: true, total: 1, faults: [] });
  });

  test('of a city that there is not, whose pack was written from the docs alone, too', async () => {
    const invented = fileURLToPath(new URL('../../../rules/test/packs/egret-bay', import.meta.url));
    expect(await run('scenario', invented)).toEqual({ code: 0, out: '✓ all 2 scenarios pass\n', err: '' });
  });

  test('a step that no desk takes is a fault with its place, and the other lives are lived', async () => {
    const copy = join(folder, 'ages');
    cpSync(town, copy, { recursive: true });
    const when = { at: '1066-10-14T09:00:00+08:00', by: { role: 'agent' }, do: 'register' };
    writeFileSync(join(copy, 'scenarios/ages.json'), JSON.stringify({ scenarios: [{ title: 'x', when }] }));
    const { code, out } = await run('scenario', copy);
    expect(code).toBe(1);
    expect(out).toMatch(/ages\.json:1:\d+ x\n {2}the instant "1066-.*\n✗ 1 of 2 scenarios fail\n$/);
  });

  test('what is not as expected stands with file, line and column, in the language asked for', async () => {
    const copy = join(folder, 'town');
    cpSync(town, copy, { recursive: true });
    const file = join(copy, 'scenarios/night-noise.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"state": "signed"', '"state": "handling"'));
    const { code, out } = await run('scenario', copy);
    expect(code).toBe(1);
    expect(out).toMatch(
      /night-noise\.json:34:\d+ 紧急噪声.*\n {2}expected "handling", got "signed"\n✗ 1 of 1 scenarios fail/,
    );
    expect((await run('--lang', 'zh', 'scenario', copy)).out).toContain('应为 "handling"，实为 "signed"');
  });

  test.each([
    ['{ "scenarios": [', /broken\.json:1:\d+ error malformedJson/],
    [
      '{ "scenarios": [{ "title": "x", "when": { "at": "tomorrow", "runDue": true } }] }',
      /broken\.json:1:\d+ error wrongValue/,
    ],
    [
      '{ "scenarios": [{ "title": "x", "when": { "at": "2026-03-02T09:00:00+08:00", "by": { "role": "king" }, "do": "sign" } }] }',
      /broken\.json:1:\d+ error wrongValue\n.*"king"[\s\S]*✗ 1 file with faults; 0 of 1 scenarios fail/,
    ],
    ['{ "scenarios": [], "__proto__": {} }', /broken\.json:1:20 error forbiddenKey/],
    ['{ "scenarios": [],\n  "scenarios": [] }', /broken\.json:2:3 error duplicateKey\n {2}.*stands in line 1 already/],
    ['{ "scenarios": [], "scenes": [] }', /broken\.json:1:20 error unknownKey/],
    [`{ "scenarios": ${'['.repeat(90)}${']'.repeat(90)} }`, /broken\.json:1:\d+ error tooDeep/],
    [`{ "scenarios": [{ "title": "${'夜'.repeat(20_001)}" }] }`, /broken\.json:1:\d+ error textTooLong/],
  ])('a file that is none is a fault with its place: %s', async (text, expected) => {
    const copy = join(folder, `broken-${text.length}`);
    cpSync(town, copy, { recursive: true });
    writeFileSync(join(copy, 'scenarios/broken.json'), text);
    const { code, out } = await run('scenario', copy);
    expect([code, out]).toEqual([1, expect.stringMatching(expected)]);
    const told = JSON.parse((await run('scenario', copy, '--json')).out);
    expect(told).toMatchObject({ ok: false, total: 1, faults: [] });
    for (const { file, zh } of told.diagnostics)
      expect([file, zh.message]).toEqual([
        expect.stringMatching(/broken\.json$/),
        expect.stringMatching(/[\u4e00-\u9fff]/),
      ]);
    expect(told.diagnostics.length).toBeGreaterThan(0);
  });

  test('a folder without scenarios is misuse', async () => {
    const copy = join(folder, 'none');
    cpSync(town, copy, { recursive: true });
    rmSync(join(copy, 'scenarios'), { recursive: true });
    expect(await run('scenario', copy)).toMatchObject({ code: 2, err: expect.stringContaining('no JSON file') });
  });
});

describe('hotline-desk on a database', () => {
  test('what is due is fired once, and the next instant is told', async () => {
    const file = await filled('due.db');
    const { code, out } = await run('run-due', town, file, '--json');
    const { fired, nextDueAt, failed } = JSON.parse(out);
    expect([code, failed]).toEqual([0, []]);
    expect(fired).toBeGreaterThan(0);
    expect(Date.parse(nextDueAt)).toBeGreaterThan(Date.parse('2026-03-02T10:00:00+08:00'));
    expect((await run('run-due', town, file)).out).toMatch(/^fired 0, next: 2026-.*\+08:00$/m);
  });

  test('a whole log is verified; a changed one is named, and so is an export', async () => {
    const file = await filled('verify.db');
    expect(await run('verify', file)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^✓ 1 tickets, \d+ events/),
    });
    const exported = join(folder, 'log.ndjson');
    writeFileSync(exported, (await run('export', file, '--as', 'auditor:a')).out);
    expect(await run('verify', exported)).toMatchObject({ code: 0 });
    expect(await run('verify', exported, '--hash', '0'.repeat(64))).toMatchObject({ code: 1 });

    const database = new DatabaseSync(file);
    database.exec('update event set at = at + 1 where version = 2');
    database.close();
    expect(await run('verify', file)).toEqual({
      code: 1,
      out: '✗ t #2: the content of the event was changed\n',
      err: '',
    });
  });

  test('a cut export says that its seals were not checked; with its secret and the logs, each line is proved', async () => {
    const file = await filled('sealed.db');
    const cut = join(folder, 'cut.ndjson');
    const made = await run('export', file, '--as', 'agent:a@hotline-centre', '--pack', town, '--key', 's3cret');
    writeFileSync(cut, made.out);
    expect((await run('verify', cut)).out).toMatch(/all whole\n! \d+ lines are cut, and their seals were not checked/);
    const proved = await run('verify', cut, '--key', 's3cret', '--logs', file);
    expect(proved).toEqual({ code: 0, out: expect.stringMatching(/^✓ 1 tickets, \d+ events: all whole\n$/), err: '' });
    expect(await run('verify', cut, '--key', 'another', '--logs', file)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/cut\.ndjson:2 the line is not the one that was made of its event/),
    });
    expect(await run('verify', cut, '--key', 's3cret')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--logs'),
    });
    expect(await run('verify', file, '--hash', 'x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('.ndjson'),
    });
  });

  test('long work shows how far it is where there is a terminal, and leaves nothing behind', async () => {
    const file = await filled('shown.db');
    const drawn: string[] = [];
    const live = Object.assign(
      new Writable({ write: (chunk, _encoding, done) => done(void drawn.push(String(chunk))) }),
      {
        isTTY: true,
        columns: 80,
        cursorTo: () => true,
        clearLine: () => true,
        moveCursor: () => true,
      },
    ) as unknown as NodeJS.WriteStream;
    for (const [shown, ...args] of [
      ['verify 1', 'verify', file],
      ['run-due', 'run-due', town, file],
      ['scenarios', 'scenario', town],
      ['export', 'export', file, '--as', 'auditor:a'],
    ] as const) {
      drawn.length = 0;
      const silent = await run(...args);
      expect(drawn).toEqual([]);
      const { code, out } = await runOn(live, ...args);
      expect([code, out.replace(/^fired \d+/, '')]).toEqual([0, silent.out.replace(/^fired \d+/, '')]);
      expect(drawn.join('')).toContain(shown);
    }
  });

  test('tables are looked at, made, and printed', async () => {
    const file = join(folder, 'new.db');
    expect((await run('migrate', file, '--check')).code).toBe(2);
    expect(await run('migrate', file)).toEqual({ code: 0, out: '✓ the tables are up to date\n', err: '' });
    expect((await run('migrate', file, '--check')).code).toBe(0);
  });

  test('the printed SQL is what the people of the database run: afterwards nothing is missing', async () => {
    const file = join(folder, 'by-hand.db');
    const { code, out } = await run('migrate', file, '--sql');
    expect(code).toBe(0);
    const database = new DatabaseSync(file);
    database.exec(out);
    expect((await run('migrate', file, '--check')).code).toBe(0);
    expect(await run('migrate', file, '--sql')).toEqual({ code: 0, out: '-- the tables are up to date\n', err: '' });
    database.exec('pragma user_version = 2');
    database.close();
    const { out: missing } = await run('migrate', file, '--sql');
    expect(missing.split('\n').slice(0, 3)).toEqual(['begin immediate;', '', '-- 0003-parties-and-tags']);
    expect(missing).toMatch(/commit;\n$/);
    expect(missing).not.toContain('create table');
  });

  test('of a PostgreSQL that cannot be reached all steps are printed, in the schema that was named', async () => {
    const printed = await run('migrate', 'postgres://127.0.0.1:1/db', '--sql', '--schema', 'city');
    expect(printed).toMatchObject({ code: 0, err: expect.stringContaining('these are all steps') });
    expect(printed.out).toMatch(/^begin;\ncreate schema if not exists "city";\nset local search_path = "city";\n/);
    expect(printed.out).toContain('create table ticket');
    expect(printed.out).toContain("insert into migration (version, name) values (3, '0003-parties-and-tags');");
  });

  test("another city's pack fires nothing: its clocks are not those of these tickets", async () => {
    const file = await filled('other-city.db');
    const before = await run('verify', file);
    const ran = await run('run-due', cityFolder('haikou'), file, '--at', '2026-03-03T10:00:00+08:00');
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining('use the pack of that city') });
    expect(await run('verify', file)).toEqual(before);
    const exported = await run('export', file, '--as', 'dispatcher:d-1', '--pack', cityFolder('haikou'));
    expect(exported, 'nor does it say what may be read of them').toMatchObject({ code: 2, out: '' });
  });

  test('it says which version it is', async () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await run('--version')).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
  });

  test('misuse is told with what can be done', async () => {
    expect(await run('verify', join(folder, 'missing.db'))).toMatchObject({ code: 2 });
    expect(await run('run-due', town, join(folder, 'missing.db'))).toMatchObject({ code: 2 });
    expect(await run('run-due', town, await filled('when.db'), '--at', 'tomorrow')).toMatchObject({ code: 2 });
    const unknown = ['export', await filled('reader.db'), '--as', 'handler:h-1@nowhere', '--pack', town];
    expect(await run(...unknown)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('units.json') });
    expect(await run('nothing')).toMatchObject({ code: 2, err: expect.stringContaining("unknown command 'nothing'") });
    expect(await run('--lang', 'zh', 'assess')).toMatchObject({
      code: 2,
      err: expect.stringContaining('缺少参数“规则包”'),
    });
    expect(await run('scenario', join(folder, 'nowhere'))).toMatchObject({ code: 2, out: '' });
  });
});

describe('hotline-desk assess', () => {
  const changsha = cityFolder('changsha');

  test('the metrics of the pack over a month, as a table and as JSON', async () => {
    const file = join(folder, 'assessed.db');
    const desk = await openDesk({ pack: await loadCityPack(changsha), store: sqliteStore({ file }) });
    const given = { ticket: 't', by: { id: 'a', role: 'agent' }, at: '2026-03-02T09:00:00+08:00' } as const;
    const call = { channel: 'phone', type: 'consult', content: '咨询', place: {} } as const;
    await desk.execute({ ...given, type: 'register', data: call });
    await desk.execute({ ...given, type: 'answerOnline', data: { answer: '已解答', knowledge: 'k-1' } });
    await desk.close();

    const told = JSON.parse((await run('assess', changsha, file, '2026-03', '--json')).out);
    expect(told.from).toBe('2026-02-28T16:00:00.000Z');
    const online = told.metrics.find(({ id }: { id: string }) => id === 'onlineRate');
    expect(online.total).toMatchObject({ hits: 1, base: 1 });

    const shown = await run('assess', changsha, file, '2026-03', '--parts');
    expect(shown.code).toBe(0);
    expect(shown.out).toContain(online.total.text);
    const one = await run('assess', changsha, file, '2026-03', '--metrics', 'onlineRate, received', '--json');
    expect(JSON.parse(one.out).metrics.map(({ id }: { id: string }) => id)).toEqual(['received', 'onlineRate']);
    const unknown = await run('assess', changsha, file, '2026-03', '--metrics', 'onlinerate');
    expect(unknown).toMatchObject({ code: 2, out: '', err: expect.stringContaining('onlineRate') });
    expect(await run('assess', changsha, file, '2026-13')).toMatchObject({ code: 2, out: '' });
  });
});

describe('hotline-desk what-if', () => {
  test('says what a draft of the pack would have changed, and nothing else', async () => {
    const draft = join(folder, 'draft');
    cpSync(town, draft, { recursive: true });
    const clocks = JSON.parse(readFileSync(join(draft, 'clocks.json'), 'utf8'));
    clocks.sign.term = { kind: 'naturalMonths', amount: 2 };
    writeFileSync(join(draft, 'clocks.json'), JSON.stringify(clocks));
    const file = await filled('tried.db');
    const { code, out } = await run('what-if', town, draft, file, '2026-03');
    expect(code).toBe(0);
    expect(out).toMatch(/^1 tickets\n/);
    expect(out).toMatch(/clock late +│ Sign +│ +1 │ +0/);
    const told = JSON.parse((await run('what-if', town, town, file, '2026-03', '--json')).out);
    expect(told).toMatchObject({ tickets: 1, moves: [], unrouted: 0 });
  });
});
