import type { Actor, Desk, DeskCommand, DeskQuery, Ticket, TicketRecord, TicketStore } from '@hotline-kit/core';
import { memoryStore } from '@hotline-kit/core';
import { postgresStore } from '@hotline-kit/core/storage-postgres';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everybody } from '../invariants/everybody.js';
import { begin, step, take } from '../invariants/random-life.js';
import { at, done, noiseAtNight, openSampleDesk, people } from '../sample-desk.js';
import { newSchema, skipped, testPool } from '../stores/postgres-server.js';

const runs = { quick: 60, ci: 200, full: 20_000 }[process.env['HOTLINE_PROOF'] ?? 'quick'] ?? 60;
const start = Date.parse('2026-03-02T09:00:00+08:00');

/** Who looks: everybody of the town, a second applicant, somebody of the unit that handles meanwhile, and the public. */
const viewers: readonly (Actor | 'public')[] = [
  ...everybody,
  { id: 'citizen-43', role: 'citizen' },
  { id: 'hill-1', role: 'handler', unit: 'hillside' },
  'public',
];

/** Tickets of all kinds: three that lived at random, and some that stand for what chance seldom brings. */
async function town(store: TicketStore): Promise<Desk> {
  const desk = await openSampleDesk({ store });
  await begin(desk, new Date(start));
  let now = start;
  const steps = fc.sample(step, { numRuns: 60, seed: 7 });
  for (const [index, each] of steps.entries()) {
    now += each.wait * 60_000;
    await take(desk, each, `c${index}`, new Date(now));
  }
  const applicants = [
    { id: 'citizen-42', representative: true },
    { id: 'citizen-43', representedBy: 'citizen-42', consent: true },
  ];
  const { agent, dispatcher, handler, supervisor } = people;
  for (const confidential of [false, true]) {
    for (const [index, lead] of ['riverside', 'old-harbour', 'power-company', ''].entries()) {
      const ticket = `${confidential ? 'p' : 'o'}${index}`;
      const give = async (type: string, by: Actor, data: object = {}) =>
        done(await desk.execute({ type, ticket, data, by, at: at('09:10') } as unknown as DeskCommand));
      const call = { ...noiseAtNight, content: `井盖缺失 ${ticket}`, confidential, applicants, tags: ['noise'] };
      await give('register', agent, index === 2 ? { ...call, tags: ['施工'], matter: 'streetlight' } : call);
      if (lead === '') continue;
      await give('dispatch', dispatcher, { lead, assists: index === 0 ? ['urban-management'] : [] });
      if (index === 0) {
        await give('transferClue', agent, { record: 'clue-1', more: { reason: '线索' } });
        await give('supervise', supervisor, { level: 1, reason: '重复投诉' });
        await give('sign', handler);
        await give('callForDepartments', handler, { departments: ['power-company'], reason: '需断电' });
      }
    }
  }
  return desk;
}

/** A filter is given now and then: where all are, nothing fits. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const filters = fc.record({
  states: maybe(fc.subarray(['received', 'dispatched', 'signed', 'handling', 'closed', 'merged'])),
  lead: maybe(
    fc.constantFrom<string | string[]>('riverside', 'old-harbour', ['riverside', 'power-company'], 'nowhere'),
  ),
  handler: maybe(fc.constantFrom('handler-4', 'nobody')),
  assist: maybe(fc.constantFrom('urban-management', 'power-company')),
  matter: maybe(fc.constantFrom('noise', 'streetlight')),
  applicant: maybe(fc.constantFrom('citizen-42', 'citizen-43', 'x')),
  tag: maybe(fc.constantFrom('noise', '施工')),
  supervised: maybe(fc.boolean()),
  text: maybe(fc.constantFrom('井盖', '沿河路12号', '河畔镇', '%', '夜间 噪声', 'o1', 'ST')),
  dueBefore: maybe(fc.integer({ min: start, max: start + 30 * 86_400_000 })),
  registeredFrom: maybe(fc.constantFrom(start, start + 5 * 60_000, start + 20 * 60_000)),
  order: fc.constantFrom<DeskQuery['order'][]>(undefined, 'id', 'dueAt', 'newest'),
  limit: fc.integer({ min: 1, max: 12 }),
});

/** The same question asked of everything that the viewer is shown, in the plainest way there is. */
function fitsPlainly({ record }: Ticket, query: DeskQuery): boolean {
  const { call } = record;
  const { district = '', street = '', address = '' } = call.place;
  const words = (query.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const searched = [record.number, call.content, district, street, address, call.reference ?? '']
    .join('\n')
    .toLowerCase();
  const level =
    record.supervision.state === 'open' || record.supervision.state === 'reported' ? record.supervision.level : 0;
  const applicants = [call.applicant, ...call.applicants.map(({ id }) => id)];
  return (
    (query.states?.includes(record.state) ?? true) &&
    (query.lead === undefined || (record.lead !== null && [query.lead].flat().includes(record.lead))) &&
    (query.handler === undefined || record.handler === query.handler) &&
    (query.assist === undefined || record.assists.includes(query.assist)) &&
    (query.matter === undefined || call.matter === query.matter) &&
    (query.applicant === undefined || applicants.includes(query.applicant)) &&
    (query.tag === undefined || record.tags.includes(query.tag)) &&
    (query.supervised === undefined || level > 0 === query.supervised) &&
    words.every((word) => searched.includes(word)) &&
    (query.dueBefore === undefined || dueOf(record) < Number(query.dueBefore)) &&
    (query.registeredFrom === undefined || Date.parse(record.registeredAt) >= Number(query.registeredFrom))
  );
}

function dueOf({ clocks }: TicketRecord): number {
  const open = Object.values(clocks).filter(({ state }) => state === 'running' || state === 'breached');
  return Math.min(Number.MAX_SAFE_INTEGER, ...open.map(({ dueAt }) => Date.parse(dueAt)));
}

function inOrder(tickets: readonly Ticket[], order: DeskQuery['order']): readonly string[] {
  const key = ({ record }: Ticket) =>
    order === 'dueAt' ? dueOf(record) : order === 'newest' ? Date.parse(record.registeredAt) : 0;
  const sorted = [...tickets].sort((a, b) => key(a) - key(b) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  return order === 'newest' ? sorted.reverse() : sorted;
}

async function allPages(desk: Desk, query: DeskQuery, viewer: Actor | 'public'): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: string | undefined; ; ) {
    const { tickets, next } = await desk.page({ ...query, ...(after !== undefined && { after }) }, viewer);
    ids.push(...tickets.map(({ id }) => id));
    if (next === undefined) return ids;
    expect(tickets, 'a page that is not the last one is full').toHaveLength(query.limit ?? 50);
    after = next;
  }
}

const stores: Readonly<Record<string, { readonly left?: string; readonly open: () => TicketStore }>> = {
  memory: { open: memoryStore },
  SQLite: { open: () => sqliteStore({ file: ':memory:' }) },
  PostgreSQL: {
    ...(skipped === undefined ? {} : { left: skipped }),
    open: () => postgresStore({ pool: testPool(), schema: newSchema() }),
  },
};

describe.each(Object.entries(stores))('%s', (_name, { left, open }) => {
  test.skipIf(left)(
    `every filter × every audience finds what an oracle finds that loads all ${left ?? ''}`,
    async () => {
      const desk = await town(open());
      const shown = new Map<Actor | 'public', readonly Ticket[]>();
      for (const viewer of viewers) shown.set(viewer, await desk.find({ limit: 1_000 }, viewer));
      const seen = { some: 0, none: 0 };
      await fc.assert(
        fc.asyncProperty(filters, fc.constantFrom(...viewers), async (fields, viewer) => {
          const query = JSON.parse(JSON.stringify(fields)) as DeskQuery;
          if (viewer !== 'public' && viewer.role === 'citizenSupervisor' && query.order === 'dueAt') {
            await expect(desk.page(query, viewer)).rejects.toMatchObject({ code: 'invalidQuery' });
            return;
          }
          const expected = inOrder(
            (shown.get(viewer) ?? []).filter((ticket) => fitsPlainly(ticket, query)),
            query.order,
          );
          expect(await allPages(desk, query, viewer)).toEqual(expected);
          seen[expected.length > 0 ? 'some' : 'none'] += 1;
        }),
        { numRuns: runs, endOnFailure: true, ...(runs > 1_000 ? {} : { seed: 42 }) },
      );
      expect(Math.min(seen.some, seen.none)).toBeGreaterThan(runs / 10);
      await desk.close();
    },
  );

  test.skipIf(left)(
    `pages are stable while others write: what does not change is listed once, what is new never twice ${left ?? ''}`,
    async () => {
      const desk = await town(open());
      for (const order of ['id', 'dueAt', 'newest'] as const) {
        const before = (await desk.find({ limit: 1_000 }, people.agent)).map(({ id }) => id);
        const listed: string[] = [];
        const touched = new Set<string>();
        for (let after: string | undefined, page = 0; ; page += 1) {
          const { tickets, next } = await desk.page(
            { order, limit: 2, ...(after !== undefined && { after }) },
            people.agent,
          );
          listed.push(...tickets.map(({ id }) => id));
          if (next === undefined) break;
          after = next;
          // Meanwhile somebody registers, and another ticket moves in the order of what is due.
          const id = `new-${order}-${page}`;
          if (page < 5)
            done(await desk.register(noiseAtNight, { ticket: id, by: people.agent, at: at(`1${page}:00`) }));
          const moved = before[(page * 5) % before.length] ?? '';
          const urged = {
            type: 'urge',
            ticket: moved,
            data: { reason: '请抓紧' },
            by: people.dispatcher,
            at: at('23:00', '2026-06-01'),
          } as const;
          if ((await desk.execute(urged)).ok) touched.add(moved);
        }
        const ofBefore = listed.filter((id) => !touched.has(id) && before.includes(id));
        expect([...ofBefore].sort(), order).toEqual(before.filter((id) => !touched.has(id)).sort());
        if (order !== 'dueAt') expect(new Set(listed).size, order).toBe(listed.length);
      }
      await desk.close();
    },
  );
});

test('who may see a ticket finds it, and nobody else: list and view agree for everybody', async () => {
  const desk = await town(memoryStore());
  const all = await desk.find({ limit: 1_000 });
  for (const viewer of viewers) {
    const found = new Set((await desk.find({ limit: 1_000 }, viewer)).map(({ id }) => id));
    for (const { id } of all) {
      const { timeline } = await desk.view(id, viewer, { at: at('12:00', '2026-06-01') });
      expect(found.has(id), `${JSON.stringify(viewer)} ${id}`).toBe(timeline.length > 0);
    }
  }
  await desk.close();
});

describe('nobody finds a ticket by what they may not read of it', () => {
  test.each<[string, DeskQuery, Actor]>([
    ['a unit by the id of a protected reporter', { applicant: 'citizen-42' }, people.handler],
    ['the citizen by the person who handles it', { handler: 'handler-4' }, people.citizen],
    ['the citizen by its supervision', { supervised: true }, people.citizen],
    ['the citizen by a tag', { tag: 'noise' }, people.citizen],
    ['who watches for the public by an address', { text: '沿河路12号' }, { id: 'w', role: 'citizenSupervisor' }],
    [
      'who watches for the public by what is due',
      { dueBefore: at('23:00', '2026-12-01') },
      { id: 'w', role: 'citizenSupervisor' },
    ],
  ])('%s', async (_what, query, viewer) => {
    const desk = await town(memoryStore());
    const hidden = (await desk.find({ ...query, limit: 1_000 })).filter(
      ({ id }) => viewer !== people.handler || id.startsWith('p'),
    );
    expect(hidden.length, 'the host itself finds them').toBeGreaterThan(0);
    const found = new Set((await desk.find({ ...query, limit: 1_000 }, viewer)).map(({ id }) => id));
    expect(hidden.filter(({ id }) => found.has(id))).toEqual([]);
  });

  test('neither does a telephone number lead to anything: it is in no list', async () => {
    const desk = await town(memoryStore());
    const query = { text: '13800000000' };
    expect(await desk.find(query)).toEqual([]);
    for (const viewer of [people.agent, people.handler]) expect(await desk.find(query, viewer)).toEqual([]);
  });
});
