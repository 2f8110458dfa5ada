import { permit } from '@hotline-kit/rules';
import { describe, expect, it } from 'vitest';
import { cityPack } from './city-pack.js';

const { pack, route, tags, due, follows, refusal, kinds } = await cityPack('guangzhou');

it('GZ1: 一号接听,有呼必应 — a call of no category has a unit in every district, and is neither refused nor returned for it', () => {
  for (const { id } of kinds('district')) expect(route({ district: id }).lead).toBe(`${id}-command`);
  const why = { ground: 'outOfScope', reason: '没有对应类别' };
  expect(refusal('refuse', {}, why)).toMatchObject([{ code: 'forbidden', article: '样例规程第一条' }]);
  expect(refusal('requestReturn', {}, { reason: '无类别', evidence: '无' })).toMatchObject([{ code: 'forbidden' }]);
});

it('GZ2: 统一接听、按责转办、限时办结、统一督办、统一考核 — one pack holds all five', () => {
  expect(pack.hotline).toBe('hotline-centre');
  expect(route({ matter: 'litter', district: 'tianhe' }).lead).toBe('tianhe-urban-management');
  expect(due('handle', { type: 'complaint' }, '2024-11-04T10:00:00+08:00')).toBe('2024-11-25T17:30:00+08:00');
  expect(follows('supervise', { 'clock.handle.state': 'breached' })).toMatchObject([
    { level: 1, article: '样例规程第二十条' },
  ]);
  expect(pack.assessment.metrics.length).toBeGreaterThan(30);
});

it('GZ3: 市、区、街镇三级服务体系 — 11 districts, and 176 streets and towns below them', () => {
  expect(kinds('district')).toHaveLength(11);
  expect(kinds('street')).toHaveLength(176);
  for (const street of kinds('street')) {
    const [district, city] = pack.units.ancestors(street.id);
    expect([district?.kind, city?.kind, district?.district]).toEqual(['district', 'city', street.district]);
  }
  expect(
    kinds('street')
      .filter(({ district }) => district === 'nansha')
      .map(({ name }) => name.zh),
  ).toContain('南沙区万顷沙镇');
});

it('GZ5: 11个区、40个市直部门76条服务专线', () => {
  const departments = kinds('department').filter(({ parent }) => parent === 'city');
  expect([kinds('district').length, departments.length, pack.facts['line']?.enum?.length]).toEqual([11, 40, 76]);
  expect(tags({ line: '12333', matter: 'pension' })).toContain('归并专线');
});

it('GZ6: 统一受理和转派调度,归口办理和协同处置 — dispatchers settle returns; a lead has its assists', () => {
  expect(pack.procedure.return?.approver?.options.at(-1)?.value).toEqual(['dispatcher']);
  expect(route({ matter: 'parking-space', district: 'yuexiu' }).assists).toEqual([
    'yuexiu-urban-management',
    'yuexiu-public-security',
  ]);
});

describe('GZ8: 每月举行…领导接听电话活动…交办重点难点事项', () => {
  const assigned = { leaderAssigned: true, matter: 'bus' };

  it('GZ8: what a leader assigned is tagged, not returned, and its reply goes to the head of the unit', () => {
    expect(tags(assigned)).toContain('领导交办');
    expect(refusal('requestReturn', assigned, { reason: '非本单位', evidence: '清单' })).toMatchObject([
      { code: 'forbidden', article: '样例规程第九条' },
    ]);
  });

  it('GZ8: late, it asks for the leader’s instruction', () => {
    expect(follows('instruct', { ...assigned, 'clock.handle.state': 'breached' })).toMatchObject([
      { role: 'cityLeader', article: '样例规程第二十三条' },
    ]);
  });
});

it('GZ10: 集中投诉重点事项 — the fifth like complaint makes it an item of the list', () => {
  expect(tags({ matter: 'parking-space', repeatCount: 5 })).toContain('重点事项');
  expect(tags({ matter: 'parking-space', repeatCount: 4 })).not.toContain('重点事项');
});

it('GZ12: 从传统话务端到互联网渠道…指尖上的热线', () => {
  expect(Object.keys(pack.channels)).toEqual(expect.arrayContaining(['phone', 'web', 'wechat', 'miniProgram', 'app']));
});

it('GZ15: 街镇“呼”、各职能部门“应” — the call names departments, who have two working hours', () => {
  expect(refusal('callForDepartments', {}, {})).toMatchObject([{ field: 'departments' }]);
  expect(refusal('callForDepartments', {}, { departments: ['tianhe-transport'] })).toEqual([]);
  expect(pack.procedure.departmentCall).toMatchObject({ article: '样例规程第二十五条' });
});

it('GZ16: 区级城市运行(网格)指挥中心统筹调度 — each district has one, and what is in no category goes there', () => {
  const centres = pack.units.all.filter(({ tags: own }) => own.includes('command'));
  expect(centres.map(({ parent }) => parent)).toEqual(kinds('district').map(({ id }) => id));
});

it('GZ22: 3个暖心案例 — vaccine, parking, accessible passage', () => {
  expect(route({ matter: 'vaccination', district: 'haizhu' }).lead).toBe('haizhu-health');
  expect(route({ matter: 'parking-space', district: 'yuexiu' }).lead).toBe('yuexiu-transport');
  expect(route({ matter: 'accessible-passage', district: 'tianhe' })).toMatchObject({
    lead: 'tianhe-housing',
    assists: ['tianhe-urban-management', 'disabled'],
  });
});

it('GZ23: 水电气网、五险一金、消费纠纷、交通出行 — themes are the widest matters, and figures are broken down by them', () => {
  const themes = pack.matters.all.filter(({ parent }) => parent === undefined).map(({ name }) => name);
  expect(themes).toEqual(expect.arrayContaining(['水电气网', '五险一金', '消费纠纷', '交通出行']));
  expect(pack.assessment.metric('received')?.groupBy).toContain('theme');
});

it('GZ19: 义务监督员市民代表 — the procedure opens watching, commenting and joining a supervision', () => {
  expect(pack.procedure.observation).toMatchObject({ article: '样例规程第三十四条', basis: 'sample' });
  for (const command of ['watch', 'comment', 'joinSupervision'] as const) {
    expect(permit(pack.procedure, command, {}, {})).toEqual({ ok: true });
    const { observation: _, ...closed } = pack.procedure;
    expect(permit(closed, command, {}, {})).toMatchObject({ problems: [{ code: 'sectionMissing' }] });
  }
});
