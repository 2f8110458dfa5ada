import {
  commandSchemas,
  type Desk,
  memoryStore,
  type Refusal,
  type TicketEvent,
  type TicketRecord,
} from '@hotline-kit/core';
import { FactRows } from '@hotline-kit/core/assessment';
import { toCloudEvent } from '@hotline-kit/core/cloud-events';
import { at, openSampleDesk } from '../sample-desk.js';
import { canaried, canariesIn } from './free-fields.js';
import { live } from './live.js';
import { lives, pack, viewers } from './whole-lives.js';

/** Which canaries stand in a place; in what nobody is given, none. */
export type Places = ReadonlyMap<string, ReadonlySet<string>>;

/** Notes what stands where. */
class Notes {
  readonly places = new Map<string, Set<string>>();

  add(place: string, ...values: readonly unknown[]): void {
    const found = this.places.get(place) ?? new Set();
    this.places.set(place, found);
    for (const value of values) for (const each of canariesIn(value)) found.add(each);
  }
}

/** What somebody gets, or the words with which they are refused. */
async function answer(asked: Promise<unknown>): Promise<unknown> {
  return asked.catch((error: Error) => `${error.message} ${JSON.stringify(error)}`);
}

/** Lives all lives, protected or not, and notes for every audience and every way out of the desk what stands there. */
export async function placesOf(confidential: boolean): Promise<Places> {
  const notes = new Notes();
  for (const form of [0, 1]) {
    const told: unknown[] = [];
    const refusals: Refusal[] = [];
    const hooks = {
      onCommand: (each: unknown) => void told.push(each),
      onDue: (each: unknown) => void told.push(each),
      onRefusal: ({ refusal }: { readonly refusal: Refusal }) => void refusals.push(refusal),
    };
    const desk = await openSampleDesk({ pack, store: memoryStore(), hooks });
    const ids = Object.keys(lives).filter((name) => !(confidential && name === 'watched'));
    for (const name of ids) await live(desk, name, { confidential, form });
    await desk.runDue(at('12:00', '2026-06-01'));
    for (const who of Object.keys(viewers)) await noteFor(who, desk, ids, notes);
    notes.add('refusals and errors', refusals, await provoked(desk, ids));
    notes.add('hooks', told);
    await noteWaysOut(desk, ids, notes);
  }
  return notes.places;
}

async function noteFor(who: string, desk: Desk, ids: readonly string[], notes: Notes): Promise<void> {
  const viewer = viewers[who] ?? 'public';
  const when = at('12:00', '2026-06-02');
  for (const id of ids) {
    const { timeline, ...view } = await desk.view(id, viewer, { at: when });
    notes.add(`${who}: view`, view);
    notes.add(`${who}: timeline`, timeline);
    if (viewer === 'public') continue;
    notes.add(`${who}: log`, await answer(desk.history(id, { by: viewer })));
    notes.add(`${who}: caller`, await answer(desk.caller(id, { by: viewer, at: when })));
    notes.add(`${who}: verification`, await answer(desk.verify(id, { by: viewer })));
  }
  const listed = await desk.find({ limit: 1000 }, viewer);
  notes.add(
    `${who}: list`,
    listed.map(({ record }) => record),
  );
  for (const ticket of listed) if (viewer !== 'public') notes.add(`${who}: list`, ticket.can(viewer, { at: when }));
  for await (const line of desk.export({ at: when, by: viewer })) notes.add(`${who}: export`, line);
}

/** What is answered to commands that are refused: everybody tries everything, with canaries and with nothing. */
async function provoked(desk: Desk, ids: readonly string[]): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (const by of Object.values(viewers)) {
    if (by === 'public') continue;
    for (const type of Object.keys(commandSchemas)) {
      for (const [index, data] of [{}, { ...canaried(type, 0), more: 1 }, canaried(type, 1)].entries()) {
        const ticket = ids[index % ids.length];
        const command = { type, ticket, data, by: { ...by, role: 'enterprise' }, at: at('12:00', '2026-06-01') };
        const result = (await answer(desk.execute(command as never))) as { readonly ok?: boolean };
        if (result.ok !== true) answers.push(result);
      }
    }
  }
  return answers;
}

/** What leaves the desk for nobody in particular: the outbox, events for units, figures and rows. */
async function noteWaysOut(desk: Desk, ids: readonly string[], notes: Notes): Promise<void> {
  const records = new Map<string, TicketRecord>();
  for (const id of ids) {
    const record = (await desk.ticket(id))?.record;
    if (record !== undefined) records.set(id, record);
    const rows = new FactRows(pack);
    rows.add(await desk.history(id));
    notes.add(
      'assessment rows',
      [...rows].map(({ facts }) => facts),
    );
  }
  await desk.deliver((event: TicketEvent) => {
    notes.add('outbox', event, toCloudEvent(event, { source: '/hotline' }));
    const ticket = records.get(event.ticket);
    if (ticket !== undefined)
      notes.add('events for units', toCloudEvent(event, { source: '/hotline', forUnits: ticket }));
  });
  const span = { from: '2026-01-01T00:00:00+08:00', to: '2027-01-01T00:00:00+08:00' };
  notes.add('figures', await desk.assess(span), await desk.whatIf({ pack, ...span }));
}
