import { type Desk, memoryStore, type Refusal } from '@hotline-kit/core';
import { FactRows } from '@hotline-kit/core/assessment';
import { toCloudEvent } from '@hotline-kit/core/cloud-events';
import { describe, expect, test } from 'vitest';
import { at, openSampleDesk, pack, people } from '../sample-desk.js';
import { canary, live, otherApplicant, reporter, secrets, viewers } from './told-life.js';

const units = ['unit', 'aboveUnit', 'assist', 'strangeUnit'];
const outside = ['citizenSupervisor', 'strangeCitizen', 'public'];

/** The canaries that stand in something. */
function found(value: unknown): readonly string[] {
  return [...new Set(JSON.stringify(value)?.match(/canary-[A-Za-z]+/g) ?? [])];
}

async function told() {
  const seen: unknown[] = [];
  const note = (each: unknown) => void seen.push(each);
  const refusals: Refusal[] = [];
  const hooks = {
    onCommand: note,
    onDue: note,
    onRefusal: (each: { refusal: Refusal }) => void refusals.push(each.refusal),
  };
  const desk = await openSampleDesk({ store: memoryStore(), hooks });
  const ids = { open: await live(desk, false), protected: await live(desk, true) };
  return { desk, ids, refusals, seen };
}

const viewOf = async (desk: Desk, id: string, who: string) =>
  desk.view(id, viewers[who] ?? 'public', { at: at('10:00') });

describe('personal data stands only where it may', () => {
  test('who called stands in no view, no timeline, no event, no export, no row of the assessment, no hook', async () => {
    const { desk, ids, seen } = await told();
    const identity = ['name', 'phone', 'callerAddress', 'email'].map(canary);
    const places: unknown[] = [];
    for (const id of Object.values(ids)) {
      for (const who of Object.keys(viewers)) places.push(await viewOf(desk, id, who));
      places.push(await desk.history(id), (await desk.ticket(id))?.record);
    }
    await desk.deliver((event) => void places.push(event, toCloudEvent(event, { source: '/hotline' })));
    for await (const line of desk.export({ at: at('10:00') })) places.push(line);
    for (const id of Object.values(ids)) {
      const rows = new FactRows(pack);
      rows.add(await desk.history(id));
      places.push([...rows].map(({ facts }) => facts));
    }
    expect(seen.length).toBeGreaterThan(20);
    places.push(seen);
    expect(found(places).filter((each) => identity.includes(each))).toEqual([]);
    // The proof is worth something only if the rest is there.
    expect(found(places)).toContain(canary('content'));
    expect(await desk.caller(ids.open)).toMatchObject({ name: canary('name') });
  });

  test('the reported unit, those above and beside it see nothing that leads to a protected reporter', async () => {
    const { desk, ids } = await told();
    const id = ids.protected;
    const hidden = [
      ...secrets,
      ...['question', 'answer', 'urge', 'note', 'callback', 'rating', 'praise', 'clue', 'clueReason'].map(canary),
    ];
    const leaks = (value: unknown) => found(value).filter((each) => hidden.includes(each));
    for (const who of units) {
      const viewer = viewers[who];
      if (viewer === undefined || viewer === 'public') throw new Error(who);
      expect(leaks(await viewOf(desk, id, who)), `the view of ${who}`).toEqual([]);
      const listed = (await desk.find({}, viewer)).filter((ticket) => ticket.id === id);
      expect(leaks(listed.map(({ record }) => record)), `the list of ${who}`).toEqual([]);
      await expect(desk.history(id, { by: viewer })).rejects.toMatchObject({ code: 'notAuthorised' });
      const asked = desk.caller(id, { by: viewer, at: at('10:00') });
      await expect(asked).rejects.toSatisfy((error: Error) => leaks(`${error.message}`).length === 0);
    }
    const record = (await desk.ticket(id))?.record;
    if (record === undefined) throw new Error('the ticket is there');
    const handedOut: unknown[] = [];
    await desk.deliver((event) => {
      if (event.ticket !== id) return;
      handedOut.push(toCloudEvent(event, { source: '/hotline', forUnits: record }));
    });
    expect(found(handedOut).filter((each) => secrets.includes(each))).toEqual([]);
    expect(handedOut.length).toBeGreaterThan(20);
  });

  test('those outside learn of a protected ticket where it stands, and no word of anybody', async () => {
    const { desk, ids } = await told();
    for (const who of outside) expect(found(await viewOf(desk, ids.protected, who)), who).toEqual([]);
    // Who watches for the public reads what was answered, and no address.
    expect(found(await viewOf(desk, ids.open, 'citizenSupervisor'))).toEqual([canary('street'), canary('result')]);
  });

  test('of several applicants each sees only their own', async () => {
    const { desk, ids } = await told();
    for (const id of Object.values(ids)) {
      for (const [own, other] of [
        [reporter, otherApplicant],
        [otherApplicant, reporter],
      ] as const) {
        const view = await desk.view(id, own, { at: at('10:00') });
        expect(JSON.stringify(view)).not.toContain(other.id);
        const listed = (await desk.find({}, own)).filter((ticket) => ticket.id === id);
        for (const { record } of listed) expect(JSON.stringify(record.call)).not.toContain(other.id);
      }
    }
  });

  test('a refusal repeats nothing that was given, and no word of the ticket', async () => {
    const { desk, ids, refusals } = await told();
    for (const who of Object.values(people)) {
      for (const id of Object.values(ids)) {
        const data = { result: canary('refused'), solved: 'maybe', reason: canary('refused') };
        await desk.execute({ type: 'submitReply', ticket: id, data, by: who, at: at('11:00') } as never);
        const ticket = await desk.ticket(id);
        for (const allowed of ticket?.can(who, { at: at('11:00') }) ?? [])
          if (!allowed.ok) refusals.push(allowed.refusal);
      }
    }
    expect(refusals.length).toBeGreaterThan(100);
    expect(found(refusals)).toEqual([]);
  });

  test('whoever has recused reads no more of it than anybody', async () => {
    const desk = await openSampleDesk();
    const id = await live(desk, true);
    const { handler } = people;
    const recuse = { person: handler.id, ground: 'relative', reason: '亲属' };
    const given = { type: 'recuse', ticket: id, data: recuse, by: people.dispatcher, at: at('09:50') } as const;
    expect(await desk.execute(given)).toMatchObject({ ok: true });
    expect(found(await desk.view(id, handler, { at: at('10:00') }))).toEqual([]);
  });
});
