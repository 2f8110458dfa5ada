import { type Classifier, keywordClassifier, labelsOf, labelTicket, type TicketEvent } from '@hotline-kit/core';
import { parseCityPack } from '@hotline-kit/rules';
import { expect, test } from 'vitest';
import { at, done, noiseAtNight, openSampleDesk, pack, people } from '../sample-desk.js';

const library = (rows: readonly string[]) =>
  parseCityPack(
    {
      'pack.json': JSON.stringify({
        format: 1,
        id: 'labelled',
        version: '1',
        title: { zh: '样例', en: 'Sample' },
        parent: '../town',
      }),
      'tags.csv': ['tag,kind,words', ...rows].join('\n'),
      'SOURCES.md': 'sample',
    },
    { parent: pack },
  ).tags;

const tags = library(['噪声,topic,噪音;扰民', '白云,place,', '白云山,place,', '工地,subject,施工单位', 'LED屏,topic,']);
const openTicket = async (change: object = {}) => {
  const desk = await openSampleDesk();
  const { id } = done(
    await desk.register({ ...noiseAtNight, ...change }, { by: people.agent, at: at('09:00') }),
  ).record;
  return { desk, id };
};
const labels = async (desk: Awaited<ReturnType<typeof openSampleDesk>>, id: string) =>
  labelsOf((await desk.history(id)) as readonly TicketEvent[]);

test('of words that overlap the longest counts; width and case of letters do not', () => {
  const found = (content: string) => keywordClassifier(tags).classify({ content });
  expect(found('白云山下的ｌｅｄ屏太亮').map(({ tag }) => tag)).toEqual(['白云山', 'LED屏']);
  expect(found('白云区').map(({ tag, kind }) => [tag, kind])).toEqual([['白云', 'place']]);
  expect(found('')).toEqual([]);
});

test('YF14: 话题、主体、地理三类24万多个标签 — every order is labelled by 240,000 tags of three kinds', async () => {
  const kinds = ['topic', 'subject', 'place'] as const;
  const size = (process.env['HOTLINE_PROOF'] ?? 'quick') === 'quick' ? 24_000 : 240_000;
  const rows = Array.from({ length: size }, (_, n) => `标${n.toString(36)}号,${kinds[n % 3]},`);
  const classifier = keywordClassifier(library([...rows, '噪声,topic,扰民', '工地,subject,', '沿河路,place,']));
  const { desk, id } = await openTicket();
  await desk.deliver(async ({ type, ticket, at: happened }) => {
    if (type === 'ticket.registered') await labelTicket(desk, ticket, classifier, { at: happened });
  });
  const given = await labels(desk, id);
  expect(given.map(({ tag, kind }) => [tag, kind])).toEqual([
    // A rule had given this one already; the library knows its kind.
    ['噪声', 'topic'],
    ['沿河路', 'place'],
    ['工地', 'subject'],
  ]);
  expect(
    given.every(({ origin, by, confidence }) => origin === 'classifier' && by === 'keywords' && confidence === 1),
  ).toBe(true);
  expect((await desk.ticket(id))?.record.tags).toEqual(['噪声', '沿河路', '工地']);
});

test('YF19: 引入大模型和建设标签库 — a model of the host’s labels with origin and confidence, once, and people mend it', async () => {
  const { desk, id } = await openTicket();
  let calls = 0;
  const model: Classifier = {
    id: 'model-3',
    classify: async () => {
      calls += 1;
      return [
        { tag: '夜间施工', kind: 'topic', confidence: 0.93 - calls / 100 },
        { tag: '猜测', kind: 'topic', confidence: 0.2 },
      ];
    },
  };
  expect((await labelTicket(desk, id, model, { at: at('09:01') }))?.ok).toBe(true);
  expect(await labelTicket(desk, id, model, { at: at('09:02') })).toBeUndefined();
  const ticket = (await desk.ticket(id)) ?? expect.fail('no ticket');
  done(await ticket.do('tag', { add: ['噪声'] }, { by: people.dispatcher, at: at('09:03') }));
  expect(await labels(desk, id)).toEqual([
    { tag: '噪声', origin: 'person', by: 'dispatcher-2' },
    { tag: '夜间施工', kind: 'topic', confidence: 0.92, origin: 'classifier', by: 'model-3' },
  ]);
  const again = (await desk.ticket(id)) ?? expect.fail('no ticket');
  done(await again.do('tag', { remove: ['夜间施工'] }, { by: people.dispatcher, at: at('09:04') }));
  expect((await labels(desk, id)).map(({ tag }) => tag)).toEqual(['噪声']);
});

test('the words of a protected reporter are handed to no model that does not say that it may read them', async () => {
  const { desk, id } = await openTicket({ confidential: true, type: 'report', urgent: false });
  const model: Classifier = { id: 'far-model', classify: () => expect.fail('it was handed over') };
  expect(await labelTicket(desk, id, model, { at: at('09:01') })).toBeUndefined();
  expect((await labelTicket(desk, id, keywordClassifier(tags), { at: at('09:01') }))?.ok).toBe(true);
});

test('a ticket that is not there is not labelled', async () => {
  const desk = await openSampleDesk();
  await expect(labelTicket(desk, 'none', keywordClassifier(tags), { at: at('09:01') })).rejects.toThrow(/no ticket/);
});
