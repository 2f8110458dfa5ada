import type { DeskCommand, TicketEvent } from '@hotline-kit/core';
import { SECTIONS } from '@hotline-kit/rules';
import { describe, expect, test } from 'vitest';
import { calm, others, solved, town } from '../life/town.js';
import { at, done, openSampleDesk, people } from '../sample-desk.js';
import { type Changes, sampleTown } from '../sample-pack.js';
import { fullLaw } from '../settings/full-law.js';
import { lives } from '../settings/lives.js';

const { agent, dispatcher, clerk, handler, leader, citizen, callback } = people;
const articleOf = (section: string) => `试行规程 ${section}`;

/** The full law of the settings, in which each section rests on an article of its own. */
const cited: Changes = {
  ...fullLaw,
  procedure: Object.fromEntries(
    Object.keys(SECTIONS).map((section) => [
      section,
      { ...(fullLaw.procedure?.[section] as object | undefined), article: articleOf(section) },
    ]),
  ),
};

/** The section that the table of the rules puts over a command. */
const sectionOver = new Map(
  Object.entries(SECTIONS).flatMap(([section, definition]) => {
    const { asks = [], decides = [], answers = [] }: Record<string, unknown[] | undefined> = { ...definition } as never;
    return [...asks, ...decides, ...answers].map((command) => [String(command), section] as const);
  }),
);

const articlesOf = ({ data }: TicketEvent): readonly string[] => data.articles ?? [];

test('每一操作留一条记录：操作人、此前与此后的状态、依据条款（本节条款在先）', async () => {
  const seen = new Set<string>();
  for (const steps of Object.values(lives)) {
    const desk = await openSampleDesk({ pack: sampleTown(cited) });
    for (const [type, who, time, data = {}, ticket = 't'] of steps) {
      if (type === 'runDue') continue;
      const by = typeof who === 'string' ? people[who] : who;
      const before = await desk.ticket(ticket);
      const result = await desk.execute({ type, ticket, data, by, at: time } as unknown as DeskCommand);
      if (!result.ok) continue;
      const [entry, ...others] = result.events;
      expect(entry).toMatchObject({ actor: by, at: new Date(time).toISOString() });
      const log = await desk.history(ticket);
      const place = log.findIndex(({ version }) => version === entry?.version);
      expect(log[place - 1]?.state, `${type}: 此前`).toBe(before?.state);
      expect(others.every(({ data }) => data.articles === undefined)).toBe(true);
      const section = sectionOver.get(type);
      if (section === undefined) continue;
      seen.add(section);
      expect(entry && articlesOf(entry)[0], type).toBe(articleOf(section));
    }
  }
  // The proof is worth something only if nearly every section is lived under.
  expect([...new Set(sectionOver.values())].filter((section) => !seen.has(section))).toEqual(['assist', 'redispatch']);
});

describe('依据条款：本节之外，所引用的情形、步骤、级别和按条件选定的数值，各有条款的一并载明', () => {
  const urgentFirst = (value: unknown, article: string) => [
    { when: { all: [{ fact: 'urgent', operator: 'equal', value: false }] }, value, article },
    { value },
  ];

  test.each<
    [string, Changes['procedure'] & object, (told: Awaited<ReturnType<typeof town>>) => Promise<unknown>, string[]]
  >([
    [
      '不予受理的情形',
      { refusal: { article: '甲', grounds: [{ id: 'litigation', article: '乙' }], inform: [] } },
      async ({ must }) => {
        await must('register', agent, '09:00', calm);
        await must('refuse', agent, '09:01', { ground: 'litigation', reason: '已诉' });
      },
      ['甲', '乙'],
    ],
    [
      '承接层级',
      {
        handlingLimit: null,
        dispatch: { article: '甲' },
        receiving: { article: '丙', levels: [{ kinds: ['street'], article: '乙' }] },
      },
      async ({ must }) => {
        await must('register', agent, '09:00', calm);
        await must('dispatch', dispatcher, '09:01', { lead: 'riverside' });
      },
      ['甲', '丙', '乙'],
    ],
    [
      '按条件选定的次数',
      { return: { article: '甲', maximum: urgentFirst(3, '乙') } },
      async ({ must }) => {
        await must('register', agent, '09:00', calm);
        await must('dispatch', dispatcher, '09:01', { lead: 'riverside' });
        await must('requestReturn', clerk, '09:02', { reason: '不属职责', evidence: '三定' });
      },
      ['甲', '乙'],
    ],
    [
      '操作本身的规定',
      { commands: { sign: { article: '乙' } } },
      async ({ must }) => {
        await must('register', agent, '09:00', calm);
        await must('dispatch', dispatcher, '09:01', { lead: 'riverside' });
        await must('sign', clerk, '09:02');
      },
      ['乙'],
    ],
    [
      '督办级别',
      { supervision: { article: '甲', levels: [{ level: 2, article: '乙' }] } },
      async ({ must, handled }) => {
        await handled();
        await must('supervise', others.office, '09:20', { level: 2, reason: '重复投诉' });
      },
      ['甲', '乙'],
    ],
    [
      '答复种类',
      { reply: { article: '甲', kinds: [{ id: 'final', article: '乙' }] } },
      async ({ must, handled }) => {
        await handled();
        await must('submitReply', handler, '10:00', solved);
      },
      ['甲', '乙'],
    ],
    [
      '软上限以外的延期',
      {
        extension: {
          ...{ article: '甲', limit: { kind: 'workingDays', amount: 1 }, limitKind: 'soft' },
          beyond: { article: '乙', requires: ['reason'] },
        },
        handlingLimit: null,
      },
      async ({ must, handled }) => {
        await handled();
        await must('requestExtension', handler, '09:20', { term: { kind: 'workingDays', amount: 3 }, reason: '协调' });
      },
      ['甲', '乙'],
    ],
    [
      '规程未引条款的，不载',
      { dispatch: null, receiving: null, handlingLimit: null },
      async ({ must }) => {
        await must('register', agent, '09:00', calm);
        await must('dispatch', dispatcher, '09:01', { lead: 'riverside' });
      },
      [],
    ],
  ])('%s', async (_title, procedure, live, articles) => {
    const told = await town({ procedure });
    await live(told);
    const log = (await told.desk.history('t')).filter(({ type }) => !/^(clock|duty)\./.test(type));
    const last = log.at(-1);
    expect(last && articlesOf(last)).toEqual(articles);
  });
});

describe('条款在决定时载入日志', () => {
  const law = (article: string) => ({ procedure: { reply: { article } } });

  test('规程修订后，此前的记录仍载当时的条款', async () => {
    const told = await town(law('2026年版第三条'));
    await told.handled();
    await told.must('submitReply', handler, '10:00', solved);
    await told.desk.usePack(sampleTown(law('2027年版第五条')), { at: at('10:00'), by: dispatcher });
    await told.must('approveReply', leader, '10:01');
    const log = await told.desk.history('t');
    const of = (type: string) => log.filter((event) => event.type === type).flatMap(articlesOf);
    expect([of('reply.submitted'), of('reply.approved')]).toEqual([['2026年版第三条'], ['2027年版第五条']]);
    expect(await told.desk.verify('t')).toMatchObject({ ok: true });
  });

  test('工作人员在时间线上看到条款，诉求人看不到；快照不重复载明', async () => {
    const told = await town(law('样例第三条'));
    await told.replied();
    await told.must('rate', citizen, '10:02', { solved: 'yes', satisfaction: 5, contacted: true });
    const entryFor = async (viewer: typeof citizen | typeof callback) => {
      const { timeline } = await told.desk.view('t', viewer, { at: at('10:05') });
      return timeline.find(({ type }) => type === 'reply.approved');
    };
    expect(await entryFor(callback)).toMatchObject({ article: '样例第三条' });
    expect(await entryFor(citizen)).not.toHaveProperty('article');
    const stepFor = async (viewer: typeof citizen | typeof callback) =>
      (await told.desk.view('t', viewer, { at: at('10:05') })).steps.find(({ state }) => state === 'replied');
    expect(await stepFor(callback)).toMatchObject({ status: 'done', article: '样例第三条' });
    expect(await stepFor(citizen)).not.toHaveProperty('article');
    expect(JSON.stringify((await told.ticket()).record)).not.toContain('"articles"');
  });

  test('派单既依承办规则，又依规程：两处条款都在时间线上', async () => {
    const desk = await openSampleDesk({ pack: sampleTown({ procedure: { dispatch: { article: '规程第二条' } } }) });
    done(
      await desk.execute({ type: 'register', ticket: 't', id: 't', data: calm, by: agent, at: at('09:00') } as never),
    );
    const data = { lead: 'riverside', article: '清单第九条' };
    done(await desk.execute({ type: 'dispatch', ticket: 't', id: 'd', data, by: dispatcher, at: at('09:01') }));
    const { timeline } = await desk.view('t', dispatcher, { at: at('09:02') });
    const article = timeline.find(({ type }) => type === 'ticket.dispatched')?.article;
    expect(article).toMatch(/^清单第九条；规程第二条/);
  });
});
