import { expect, test } from 'vitest';
import { at, done, noiseAtNight, openSampleDesk, people, refused } from '../sample-desk.js';
import { sampleTown } from '../sample-pack.js';

const { agent, supervisor } = people;
const merging = { match: ['matter', 'place', 'applicant'], within: { kind: 'workingDays', amount: 10 } };
const given = (id: string, day = '2026-03-02') => ({ id, by: agent, at: at('09:00', day) });

test('重复诉求: the same caller, matter and place within the time of the procedure; the newest first', async () => {
  const desk = await openSampleDesk({ pack: sampleTown({ procedure: { merging } }), detectRepeats: true });
  const first = done(await desk.register(noiseAtNight, given('a')));
  expect(first.record.call.repeats).toEqual([]);
  const elsewhere = { ...noiseAtNight, place: { ...noiseAtNight.place, address: '山前路1号' } };
  done(await desk.register(elsewhere, given('b', '2026-03-03')));
  done(await desk.register({ ...noiseAtNight, applicant: 'citizen-99' }, given('c', '2026-03-03')));
  const again = done(await desk.register(noiseAtNight, given('d', '2026-03-04')));
  expect(again.record.call.repeats).toEqual(['a']);
  const third = done(await desk.register(noiseAtNight, given('e', '2026-03-10')));
  expect(third.record.call.repeats).toEqual(['d', 'a']);
  // Ten working days after the first of them it counts no more.
  const later = done(await desk.register(noiseAtNight, given('f', '2026-03-18')));
  expect(later.record.call.repeats).toEqual(['e', 'd']);
  // The same command again gives the stored result.
  expect(await desk.register(noiseAtNight, given('d', '2026-03-04'))).toMatchObject({ ok: true, repeated: true });
});

test('认定为不合理的诉求不再登记', async () => {
  const procedure = { merging, unreasonable: { effects: ['noRepeat'] } };
  const desk = await openSampleDesk({ pack: sampleTown({ procedure }), detectRepeats: true });
  const first = done(await desk.register(noiseAtNight, given('a')));
  const finding = { ground: 'settled', reason: '已终结', evidence: '决定书', more: { approvedBy: '主任' } };
  done(await first.do('markUnreasonable', finding, { by: supervisor, at: at('10:00') }));
  const again = refused(await desk.register(noiseAtNight, given('b', '2026-03-03')));
  expect(again).toMatchObject({ code: 'repeatsUnreasonable', article: '样例办法第十九条' });
});

test('a desk that is not asked to looks for nothing', async () => {
  const desk = await openSampleDesk({ pack: sampleTown({ procedure: { merging } }) });
  done(await desk.register(noiseAtNight, given('a')));
  expect(done(await desk.register(noiseAtNight, given('b'))).record.call.repeats).toEqual([]);
});
