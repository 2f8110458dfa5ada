import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { permit, type RuleSetEnvelope } from '@hotline-kit/rules';
import { cityFolder } from '@hotline-kit/rules/node';
import { expect, it } from 'vitest';
import { cityPack } from './city-pack.js';

const { pack, route, tags, follows, kinds } = await cityPack('changsha');

it('CS3: 顺利归并整合 — 12333 and 12315 are merged, and the old line stays as a tag', () => {
  for (const [line, matter] of [
    ['12333', 'pension'],
    ['12315', 'refund'],
  ]) {
    expect(tags({ line, matter, district: 'furong' })).toContain('归并专线');
  }
});

it('CS4: 市长信箱、中国政府网网民留言、人民网、智慧党建、政协微建议 — each is a channel', () => {
  const names = ['mailbox', 'nationalPlatform', 'peopleBoard', 'partyPlatform', 'cppccSuggestion'];
  expect(names.map((name) => pack.channels[name]?.zh)).toEqual([
    '市长信箱',
    '中国政府网',
    '人民网留言板',
    '智慧党建',
    '政协微建议',
  ]);
});

it('CS5: 优化营商环境、蓝天保卫战、“一件事一次办”;疫情防控接听专线', () => {
  expect(tags({ matter: 'enterprise-tax' })).toContain('优化营商环境');
  expect(tags({ matter: 'dust', district: 'yuhua' })).toContain('蓝天保卫战');
  expect(tags({ matter: 'household', channel: 'counter', district: 'yuhua' })).toContain('一件事一次办');
  expect(route({ line: 'epidemic', matter: 'clinic', district: 'yuhua' })).toMatchObject({
    lead: 'health',
    via: 'rule',
  });
});

it('CS6: 一键响应、四级联办 — city, county, street, community', () => {
  const [community] = kinds('community');
  expect(pack.units.ancestors(community?.id ?? '').map(({ kind }) => kind)).toEqual(['street', 'district', 'city']);
  expect(kinds('district').map(({ name }) => name.zh)).toEqual([
    ...['芙蓉区', '天心区', '岳麓区', '开福区', '雨花区', '望城区'],
    ...['长沙县', '浏阳市', '宁乡市'],
  ]);
  expect(route({ urgent: true, district: 'yuelu' }).assists).toEqual(['yuelu', 'yuelu-public-security', 'emergency']);
});

it('CS8: 每天8个班次24小时 — at every minute of the Spring Festival one shift is at its desks, and only one', () => {
  const shifts = Object.entries(pack.calendars).flatMap(([id, calendar]) => (id.startsWith('shift-') ? calendar : []));
  expect(shifts).toHaveLength(8);
  const midnight = Date.parse('2024-02-10T00:00:00+08:00');
  for (let minute = 0; minute < 24 * 60; minute += 7) {
    const at = new Date(midnight + minute * 60_000);
    expect(
      shifts.filter((shift) => shift.isOpen(at)),
      at.toISOString(),
    ).toHaveLength(1);
  }
});

it('CS10: 8个方面42条 — each of the 42 sample articles stands in the sources, under 8 chapters', () => {
  const rows = pack.sources.match(/\| 样例办法第[一二三四五六七八九十]+条 \| 第[一二三四五六七八]章/g) ?? [];
  expect(rows).toHaveLength(42);
  expect(new Set(rows.map((row) => row.slice(row.lastIndexOf('|'))))).toHaveProperty('size', 8);
});

it('CS10: rule by rule — the first 35 articles each bind something, every rule names one of the 42, and says so where asked', async () => {
  const textOf = (file: string) => readFile(join(cityFolder('changsha'), file), 'utf8');
  const files = ['routing.rules.json', 'escalation.rules.json', 'clocks.json', 'procedure.json', 'assessment.json'];
  const texts = await Promise.all([...files, 'implementation-list.csv'].map(textOf));
  const cited = new Set(texts.join('\n').match(/样例办法第[一二三四五六七八九十]+条/g));
  const articles = [...pack.sources.matchAll(/\| (样例办法第[一二三四五六七八九十]+条) \|/g)].map(([, name]) => name);
  // What is about knowledge, data, seats, training, voice menus, duties and the end binds no ticket.
  expect(articles.filter((article) => !cited.has(article ?? ''))).toEqual(articles.slice(35));
  for (const [file, ruleSet] of [
    ['routing.rules.json', pack.routing],
    ['escalation.rules.json', pack.escalation],
  ] as const) {
    const { rules } = JSON.parse(await textOf(file)) as RuleSetEnvelope;
    for (const { id = '', article = 'none' } of rules) {
      expect(
        articles.some((each) => article.includes(each ?? 'none')),
        id,
      ).toBe(true);
      expect(JSON.stringify(ruleSet.explain({}, { rule: id })), id).toContain(article);
    }
  }
});

it('CS12: 办理群众诉求过程中的形式主义、官僚主义问题 — to the discipline body, with no unit beside it', () => {
  for (const { id: district } of kinds('district')) {
    expect(route({ matter: 'handling-conduct', district })).toMatchObject({ lead: 'discipline', assists: [] });
  }
  expect(follows('notify', { matter: 'handling-conduct' })).toMatchObject([{ roles: ['clueReceiver'] }]);
  expect(pack.procedure.clueTransfer?.hiddenFrom?.options.at(-1)?.value).toEqual(expect.arrayContaining(['lead']));
});

it('CS16: 未诉先办,及时提醒责任单位提前介入 — the second like request reminds, the third supervises', () => {
  expect(follows('notify', { repeatCount: 2 })).toMatchObject([{ roles: ['unitLeader'] }]);
  expect(follows('supervise', { repeatCount: 2 })).toEqual([]);
  expect(follows('supervise', { repeatCount: 3 })).toMatchObject([{ level: 2 }]);
});

it('CS17: “疑难会商”机制…提请市政府召开会议专题研究 — level 3 unanswered asks for a consultation', () => {
  expect(follows('notify', { supervisionLevel: 3, 'clock.superviseReply.state': 'breached' })).toMatchObject([
    { roles: ['consultationChair', 'cityLeader'], article: '样例办法第二十四条' },
  ]);
  expect(pack.procedure.consultation).toMatchObject({ article: '样例办法第二十四条' });
});

it('CS21: 与110…水电气…突发事项联动处置机制', () => {
  expect(route({ matter: 'urgent-outage', district: 'furong' }).assists).toEqual(['power-supply', 'water-supply']);
  expect(route({ matter: 'urgent-gas-leak', district: 'furong' }).assists).toEqual(
    expect.arrayContaining(['gas-supply', 'fire']),
  );
  expect(pack.procedure.emergency).toBeDefined();
});

it('CS19: 社会监督员…参与诉求督办、反馈舆情热点 — the procedure opens watching, commenting and joining a supervision', () => {
  expect(pack.procedure.observation).toMatchObject({ article: '样例办法第三十四条', basis: 'sample' });
  for (const command of ['watch', 'comment', 'joinSupervision'] as const) {
    expect(permit(pack.procedure, command, {}, {})).toEqual({ ok: true });
    const { observation: _, ...closed } = pack.procedure;
    expect(permit(closed, command, {}, {})).toMatchObject({ problems: [{ code: 'sectionMissing' }] });
  }
});
