import { expect, test } from 'vitest';
import { at, people } from '../sample-desk.js';
import { calm, others, solved, type Town, town } from './town.js';

const { agent, dispatcher, citizen, callback, handler, leader } = people;
const same = { into: 't', reason: '同一工地', match: ['matter', 'place'] };

/** The root `t` is being handled; the call `u` repeats it. */
async function rootAndRepeat(changes: Parameters<typeof town>[0] = {}, call: object = {}): Promise<Town> {
  const told = await town(changes);
  await told.handled();
  await told.must('register', agent, '09:30', { ...calm, applicant: 'citizen-43', ...call }, undefined, 'u');
  return told;
}

test('并案须逐项确认相同；与主件记载相反的，不得确认', async () => {
  const { not, must } = await rootAndRepeat({}, { matter: 'streetlight', place: { district: 'west' } });
  const merge = (data: object) => not('merge', agent, '09:31', data, undefined, 'u');
  expect(await merge({ ...same, match: ['place'] })).toMatchObject({
    code: 'matchContradicted',
    text: { zh: '与主件不同，不能确认相同：地点' },
    article: '样例办法第十条',
    remedy: { zh: '请核对主件，或单独办理' },
  });
  expect((await merge(same)).text.zh).toBe('与主件不同，不能确认相同：事项、地点');
  // What is not claimed is not judged by the tickets, but by the procedure.
  expect(await merge({ into: 't', reason: '同一工地' })).toMatchObject({ code: 'matchNotConfirmed' });
  await must('register', agent, '09:32', { ...calm, place: { district: 'east' } }, undefined, 'v');
  // A repeat that does not say in which street it is contradicts nothing.
  expect((await must('merge', agent, '09:33', same, undefined, 'v')).state).toBe('merged');
});

test.each([
  ['applicant', { applicants: [{ id: 'citizen-44' }] }, 'matchContradicted'],
  ['applicant', { applicants: [{ id: 'citizen-42' }] }, undefined],
  ['content', { content: '完全另一件事' }, undefined],
])('%s of %j: %s', async (aspect, call, code) => {
  const { give } = await rootAndRepeat({ procedure: { merging: { match: [aspect] } } }, call);
  const result = await give('merge', agent, '09:31', { ...same, match: [aspect] }, undefined, 'u');
  expect(result.ok ? undefined : result.refusal.code).toBe(code);
});

test('并入与移出由本台成对办理：任何人不得单独下达其中一半', async () => {
  const { desk, not, must, ticket } = await rootAndRepeat();
  for (const by of [{ id: 'platform', role: 'system' }, { id: 'hotline-kit', role: 'system' }, dispatcher] as const) {
    for (const half of ['absorb', 'release']) {
      expect(await not(half, by, '09:31', { ticket: 'u' })).toMatchObject({ code: 'notAuthorised' });
    }
  }
  const root = await ticket();
  const may = (command: string, by: Parameters<typeof root.can>[0]) =>
    root.can(by).find((each) => each.command === command)?.ok;
  expect(may('absorb', { id: 'platform', role: 'system' })).toBe(false);
  await must('merge', agent, '09:32', same, undefined, 'u');
  expect((await desk.ticket('t'))?.record.absorbed).toEqual(['u']);
});

test('取消并案：重复件回到待派单，主件不再记有该件；已归档的主件保留其重复件', async () => {
  const { must, not, ticket } = await rootAndRepeat();
  await must('merge', agent, '09:31', same, undefined, 'u');
  expect(await not('unmerge', handler, '09:32', { reason: '另一工地' }, undefined, 'u')).toMatchObject({
    code: 'notAuthorised',
  });
  const open = await must('unmerge', dispatcher, '09:33', { reason: '另一工地' }, undefined, 'u');
  expect(open).toMatchObject({ state: 'pendingDispatch', record: { mergedInto: null, closedAt: null } });
  expect((await ticket()).record.absorbed).toEqual([]);
  expect(await not('unmerge', dispatcher, '09:34', { reason: '再次' }, undefined, 'u')).toMatchObject({
    code: 'illegalInState',
  });

  await must('merge', agent, '09:35', same, undefined, 'u');
  await must('submitReply', handler, '10:00', solved);
  await must('approveReply', leader, '10:01');
  await must('rate', citizen, '10:02', { solved: 'yes', satisfaction: 5, contacted: true });
  await must('close', callback, '10:03');
  await must('archive', dispatcher, '10:04', {}, '2026-04-20');
  const late = await not('unmerge', dispatcher, '10:05', { reason: '另一工地' }, '2026-04-20', 'u');
  expect(late).toMatchObject({ code: 'rootNotOpen', remedy: { zh: '请重新登记' } });
});

test('主件终止的，重复件仍可取消并案另行办理', async () => {
  const { must, ticket } = await rootAndRepeat();
  await must('merge', agent, '09:31', same, undefined, 'u');
  await must('requestTermination', handler, '09:32', { ground: 'withdrawn', reason: '撤回' });
  await must('approveTermination', others.district, '09:33');
  await must('unmerge', dispatcher, '09:34', { reason: '诉求仍在' }, undefined, 'u');
  expect((await ticket()).record.absorbed).toEqual([]);
});

test('规程不许取消并案的，谁也不得取消；主件诉求人撤回的，他人的重复件由本台恢复办理', async () => {
  const { must, not, ticket } = await rootAndRepeat({ procedure: { merging: { unmerge: false } } });
  await must('merge', agent, '09:31', same, undefined, 'u');
  expect(await not('unmerge', dispatcher, '09:32', { reason: '另一工地' }, undefined, 'u')).toMatchObject({
    code: 'notAllowed',
    article: '样例办法第十条',
  });
  expect(await not('unmerge', { id: 'p', role: 'system' }, '09:32', { reason: '另一' }, undefined, 'u')).toMatchObject({
    code: 'notAuthorised',
  });
  await must('withdraw', citizen, '09:33', { reason: '我的事已解决' });
  expect((await ticket()).record.absorbed).toEqual([]);
  expect(await ticket('u')).toMatchObject({ state: 'pendingDispatch', record: { mergedInto: null } });
});

test('并入件数以规程所定为限：两件同时并入，后到的恢复办理', async () => {
  const { desk, must, not, ticket } = await rootAndRepeat({ procedure: { merging: { maximum: 1 } } });
  await must('register', agent, '09:31', calm, undefined, 'v');
  const merge = (ticketId: string, id: string) =>
    ({ id, ticket: ticketId, type: 'merge', data: same, by: agent, at: '2026-03-02T09:32:00+08:00' }) as never;
  // Both are decided before either reaches the root.
  const results = await desk.batch([merge('u', 'm-1'), merge('v', 'm-2')]);
  expect(results.map(({ ok }) => ok)).toEqual([true, false]);
  expect((await ticket()).record.absorbed).toEqual(['u']);
  expect((await ticket('v')).state).toBe('pendingDispatch');
  expect(await not('merge', agent, '09:40', same, undefined, 'v')).toMatchObject({
    code: 'tooMany',
    article: '样例办法第十条',
  });
});

test('并案须告知的，由并入的工单履行：其诉求人被告知，时限随告知而止', async () => {
  const inform = [{ id: 'told', to: 'citizen', term: { kind: 'workingDays', amount: 1 } }];
  const { handled, must, not } = await town({ procedure: { merging: { inform } } });
  await handled();
  await must('register', people.agent, '09:30', calm, undefined, 'u');
  const match = ['matter', 'place'];
  const merged = await must('merge', people.agent, '09:31', { into: 't', reason: '同一', match }, undefined, 'u');
  expect(merged.record.duties['merge.told']).toMatchObject({ to: ['citizen'], state: 'open' });
  expect(merged.clocks['inform-merge-told']?.state).toBe('running');
  const told = await must('inform', people.agent, '09:40', { duty: 'merge.told', content: '已并入' }, undefined, 'u');
  expect(told.clocks['inform-merge-told']?.state).toBe('met');
  expect(await not('recordProgress', people.handler, '09:41', { text: '到场' }, undefined, 'u')).toMatchObject({
    code: 'illegalInState',
  });
});

test('可办（can）只看本件：主件能否接收、其间是否有人先办，以办理结果（execute）为准', async () => {
  const { must, give, ticket, desk } = await rootAndRepeat();
  const repeat = await ticket('u');
  const says = (command: string) => repeat.can(agent, { at: at('09:31') }).find((each) => each.command === command)?.ok;
  expect(says('merge')).toBe(true);
  await must('withdraw', citizen, '09:32', { reason: '已解决' });
  expect(says('merge'), 'the root has ended meanwhile, and can() does not read it').toBe(true);
  const merged = await give('merge', agent, '09:33', same, undefined, 'u');
  expect(merged.ok).toBe(false);
  expect(await give('merge', agent, '09:33', { ...same, into: 'nowhere' }, undefined, 'u')).toMatchObject({
    ok: false,
  });
  expect((await ticket('u')).state).toBe('received');
  // Somebody else was first.
  expect(says('dispatch')).toBe(true);
  await must('dispatch', dispatcher, '09:35', { lead: 'riverside' }, undefined, 'u');
  const late = { type: 'dispatch', ticket: 'u', data: { lead: 'hillside' }, by: dispatcher, at: at('09:36') } as const;
  const result = await desk.execute({ ...late, expectedVersion: repeat.version });
  expect(result).toMatchObject({
    ok: false,
    refusal: { code: expect.stringMatching(/versionConflict|illegalInState/) },
  });
});

test.each([
  ['逐件答复的：并入工单的诉求人看到主件的答复', { answer: 'each' }, '已责令停工'],
  ['只答复主件的：看不到', { answer: 'root' }, undefined],
])('%s', async (_title, merging, result) => {
  const { must, desk } = await rootAndRepeat({ procedure: { merging } });
  await must('merge', agent, '09:31', same, undefined, 'u');
  const shown = async (viewer: Parameters<typeof desk.view>[1]) =>
    (await desk.view('u', viewer, { at: at('10:05') })).reply?.result;
  const caller = { id: 'citizen-43', role: 'citizen' } as const;
  await must('submitReply', handler, '10:00', solved);
  expect(await shown(caller), 'a draft is nobody else’s').toBeUndefined();
  await must('approveReply', leader, '10:01');
  expect([await shown(caller), await shown('public')]).toEqual([result, undefined]);
});

test('主件受保护的，其答复不告知他人', async () => {
  const told = await town();
  await told.must('register', agent, '09:00', { ...calm, confidential: true });
  await told.must('dispatch', dispatcher, '09:03', { lead: 'riverside' });
  await told.must('sign', people.clerk, '09:05');
  await told.must('accept', handler, '09:10');
  await told.must('register', agent, '09:30', { ...calm, applicant: 'citizen-43' }, undefined, 'u');
  await told.must('merge', agent, '09:31', same, undefined, 'u');
  await told.must('submitReply', handler, '10:00', solved);
  await told.must('approveReply', leader, '10:01');
  const view = await told.desk.view('u', { id: 'citizen-43', role: 'citizen' }, { at: at('10:05') });
  expect(view).not.toHaveProperty('reply');
});
