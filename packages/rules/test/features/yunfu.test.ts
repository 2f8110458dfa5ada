import { expect, it } from 'vitest';
import { cityPack } from './city-pack.js';

const { pack, route, tags, due, follows, refusal } = await cityPack('yunfu');

it('YF5: 工单签收、受理、处置、领导审批、办结 — a reply waits for the leader, a supervised one for the head', () => {
  const approver = (facts: object) =>
    pack.procedure.reply?.approver?.options.find(({ when }) => when === undefined || when(facts))?.value;
  expect(approver({})).toEqual(['unitLeader']);
  expect(approver({ supervisionLevel: 1 })).toEqual(['unitHead']);
  expect(refusal('submitReply', {}, { result: '已修复', solved: 'yes', kind: 'final' })).toEqual([]);
});

it('YF6: 全流程分级督办 — every step has its clock, and each breach its consequence', () => {
  for (const [clock, type] of [
    ['dispatch', 'notify'],
    ['sign', 'urge'],
    ['contact', 'urge'],
    ['arrive', 'supervise'],
    ['handle', 'supervise'],
    ['promise', 'supervise'],
  ] as const) {
    expect(follows(type, { [`clock.${clock}.state`]: 'breached' }).length, clock).toBeGreaterThan(0);
  }
});

it('YF7: 相互推诿、反复投诉、疑难复杂…三级督办 — each trigger has its level, its article, and the office', () => {
  const level = (facts: object) => follows('supervise', { ...facts })[0];
  expect(level({ returnCount: 2 })).toMatchObject({ level: 2, article: '样例规程第二十条' });
  expect(level({ repeatCount: 3 })).toMatchObject({ level: 2 });
  expect(level({ tags: ['疑难复杂'] })).toMatchObject({ level: 3, office: 'supervision-office' });
  expect(level({ supervisionLevel: 1, 'clock.superviseReply.state': 'breached' })).toMatchObject({ level: 2 });
  expect(level({ supervisionLevel: 2, 'clock.superviseReply.state': 'breached' })).toMatchObject({ level: 3 });
  // Only the highest level is decided, not one beside the other.
  expect(follows('supervise', { returnCount: 2, tags: ['疑难复杂'] })).toHaveLength(1);
  expect(follows('notify', { supervisionLevel: 3, 'clock.superviseReply.state': 'running' })).toMatchObject([
    { units: ['supervision-office'], roles: ['supervisionOffice', 'cityLeader'] },
  ]);
});

it('YF8: 效能榜…亮起警示,实施实时督办 — a red list praises, a black list warns, both by article', () => {
  const { boards, consequences } = pack.assessment;
  expect(boards.find(({ id }) => id === 'monthly')).toMatchObject({ red: 5, black: 5, article: '样例规程第三十一条' });
  const standing = { rank: 1, rankFromLast: 9, size: 9, value: 99, base: 50 };
  const actions = (facts: object) =>
    consequences.filter(({ when }) => when({ ...standing, ...facts })).map(({ action }) => action);
  expect(actions({ list: 'red' })).toContain('praise');
  expect(actions({ list: 'black' })).toContain('remind');
  expect(actions({ list: 'none' })).toEqual([]);
});

it('YF9: 应急程序…仅用半小时 — departments are linked at once, and the clocks run at night', () => {
  expect(route({ urgent: true, district: 'luoding' })).toMatchObject({
    lead: 'luoding-emergency',
    assists: ['luoding', 'luoding-public-security', 'emergency'],
  });
  expect(due('arrive', { urgent: true }, '2024-07-01T02:00:00+08:00')).toBe('2024-07-01T03:00:00+08:00');
});

it('YF10: 随手拍 随时说 — channels of their own', () => {
  expect(tags({ channel: 'snapshot', matter: 'road-damage', district: 'xinxing' })).toContain('随手拍随时说');
  expect([pack.channels['snapshot']?.zh, pack.channels['speakUp']?.zh]).toEqual(['随手拍', '随时说']);
});

it('YF16: 监控预警及追责 — reminded, then held to account, down to the handler', () => {
  const actions = (timesMissed: number) =>
    pack.assessment.consequences
      .filter(({ board, when }) => board === 'handlers' && when({ handler: 'h-1', missedTarget: true, timesMissed }))
      .map(({ action, article }) => [action, article]);
  expect(actions(1)).toEqual([['remind', '样例规程第三十三条']]);
  expect(actions(3)).toContainEqual(['accountability', '样例规程第三十三条']);
});

it('YF23: 需跨省、市解决…积极与上级部门沟通对接 — with its reason, and followed up', () => {
  expect(refusal('escalateBeyondCity', {}, {})).toMatchObject([{ field: 'to' }, { field: 'reason' }]);
  expect(pack.procedure.beyondCity?.term?.options.at(-1)?.value).toEqual({ kind: 'workingDays', amount: 10 });
});

it('YF17: 多维度聚集性分析…热点、难点事件、敏感诉求 — definitions of the pack, each judged by facts, each with its article', () => {
  const holds = (id: string, facts: object) => {
    const found = pack.assessment.clusters.find((each) => each.id === id);
    return found?.where?.(facts) ?? true;
  };
  expect(pack.assessment.clusters.map(({ id, by, atLeast }) => [id, by, atLeast])).toEqual([
    ['hotspot', ['matter', 'district'], 10],
    ['pain-point', ['matter', 'district'], 3],
    ['sensitive', ['matter'], 1],
    ['repeated', ['matter', 'street'], 2],
  ]);
  for (const { article = 'none' } of pack.assessment.clusters) expect(pack.sources).toContain(article);
  expect(holds('hotspot', {})).toBe(true);
  expect(
    ['wasSupervised', 'wasReturned', 'wasRedispatched', 'wasConsulted', 'wasSigned'].map((fact) =>
      holds('pain-point', { [fact]: true }),
    ),
  ).toEqual([true, true, true, true, false]);
  expect([holds('sensitive', { confidential: true }), holds('sensitive', {})]).toEqual([true, false]);
  expect(tags({ matter: 'wages-construction', district: 'luoding' })).toContain('敏感诉求');
  expect(tags({ matter: 'wages', district: 'luoding' })).not.toContain('敏感诉求');
});
