import { expect, it } from 'vitest';
import { cityPack } from './city-pack.js';

const { pack, route, tags, due, follows, refusal, kinds } = await cityPack('haikou');

it('HK1: 大约过半个钟头 — thirty minutes run from the dispatch, at night and on holidays too', () => {
  expect(due('respond', { type: 'help', matter: 'water-meter' }, '2024-02-10T23:50:00+08:00')).toBe(
    '2024-02-11T00:20:00+08:00',
  );
  expect(route({ matter: 'water-meter', district: 'qiongshan' }).lead).toBe('water-supply');
});

it('HK2: 30分钟内没有得到响应,那么说对你就要进行考核 — a miss is supervised, and costs points', () => {
  const respond = pack.clocks.find(({ id }) => id === 'respond');
  expect(respond).toMatchObject({ basis: 'text', article: '“30分钟响应处置”' });
  expect(follows('supervise', { 'clock.respond.state': 'breached' })).toMatchObject([{ level: 1 }]);
  const score = pack.assessment.metric('score');
  expect(score?.kind === 'score' && score.deductions.map(({ metric }) => metric)).toContain('respondedRate');
});

it('HK4: 再一次把案子再次派发给美兰区政府 — an unhappy callback must come back, and passes over the community', () => {
  expect(pack.procedure.redispatch?.mode?.options.find(({ when }) => when?.({ satisfaction: 1 }))?.value).toBe('must');
  for (const leadKind of ['street', 'community']) {
    const again = { round: 2, leadKind, district: 'meilan', matter: 'litter' };
    expect(route(again)).toMatchObject({ lead: 'meilan', rule: 'again-goes-above' });
  }
  expect(route({ round: 2, leadKind: 'department', district: 'meilan', matter: 'litter' }).via).toBe('list');
});

it('HK5: 必须要有一个结果给他 — a reply without a result is refused; a return calls the bureau in', () => {
  expect(refusal('submitReply', {}, { solved: 'no', kind: 'final' })).toMatchObject([{ field: 'result' }]);
  expect(follows('notify', { returnCount: 1 })).toMatchObject([{ roles: ['dispatcher', 'unitLeader'] }]);
});

it('HK6: 以群众是否满意为我们唯一的标准 — satisfaction has a target, down to the handler', () => {
  expect(pack.assessment.metric('satisfaction')).toMatchObject({
    target: { atLeast: 95 },
    groupBy: expect.arrayContaining(['branch', 'handler']),
  });
});

it('HK7: 85条热线…四个区、91个主要部门、所有街道社区和机场、港口', () => {
  const departments = kinds('department').filter(({ parent }) => parent === 'city');
  expect([pack.facts['line']?.enum?.length, kinds('district').length, departments.length]).toEqual([85, 4, 91]);
  expect(kinds('street')).toHaveLength(43);
  expect(route({ matter: 'airport-service' }).lead).toBe('airport');
  expect(route({ matter: 'port-service' }).lead).toBe('seaport');
});

it('HK11: 在一线发现问题,把问题解决在基层 — what a grid worker finds has its channel and tag', () => {
  expect(tags({ channel: 'grid', matter: 'manhole', district: 'longhua' })).toContain('网格发现');
  expect(Object.hasOwn(pack.channels, 'grid')).toBe(true);
});

it('HK13: 重点关注 — the register adds a tag, and changes neither unit nor any time', () => {
  const call = { matter: 'low-income', district: 'xiuying', type: 'help' };
  expect(tags({ ...call, focus: true })).toContain('重点关注');
  expect(route({ ...call, focus: true })).toEqual(route(call));
  for (const { id, termFor } of pack.clocks) expect(termFor({ ...call, focus: true }), id).toEqual(termFor(call));
});
