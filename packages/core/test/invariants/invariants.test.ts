import type { Actor, Desk, Ticket } from '@hotline-kit/core';
import { evolve, type TicketRecord } from '@hotline-kit/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSampleDesk } from '../sample-desk.js';
import { noiseAtNight } from '../sample-town.js';
import { everybody } from './everybody.js';
import { expectLogLaws, outlivesTheTicket } from './log-laws.js';
import { begin, step, type Taken, take } from './random-life.js';

const runs = { sample: 20, quick: 40, ci: 150, full: 20_000 }[process.env['HOTLINE_PROOF'] ?? 'quick'] ?? 40;
/** The same lives each time; the full size looks for others. */
const seed = runs > 1_000 ? {} : { seed: 42 };
const start = Date.parse('2026-03-02T09:00:00+08:00');
const minutes = (n: number) => new Date(start + n * 60_000);

test('whatever people do in whatever order, the invariants of a ticket hold', { timeout: 24 * 3_600_000 }, async () => {
  const seen = { events: 0, closed: 0, commands: new Set<string>() };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
      const desk = await openSampleDesk();
      await begin(desk, minutes(0));
      let now = 0;
      for (const [index, each] of steps.entries()) {
        now += each.wait;
        const taken = await take(desk, each, `c${index}`, minutes(now));
        await expectOneEntry(desk, taken);
        if (taken.result.ok) seen.commands.add(taken.command.type);
      }
      const office = { id: 'office', role: 'system' } as const;
      const retimed = await desk.retime({ by: office, at: minutes(now) });
      expect(retimed, 'the log says why each clock stands where it does: counted anew, none moves').toEqual({
        tickets: 0,
      });
      for (const ticket of await desk.find({ limit: 1000 })) {
        await expectWhole(desk, ticket);
        await expectMerges(desk, ticket);
        await expectPrivacy(desk, ticket, minutes(now));
        seen.events += ticket.version;
        if ((await desk.history(ticket.id)).some(({ type }) => type === 'ticket.closed')) seen.closed += 1;
      }
    }),
    { numRuns: runs, endOnFailure: true, ...seed },
  );
  // The proof is worth something only if lives go on to their end, and if every command is given.
  expect(seen.events).toBeGreaterThan(runs * 50);
  expect(seen.closed).toBeGreaterThan(runs / 20);
  expect(seen.commands.size).toBeGreaterThan(runs < 40 ? 25 : runs < 400 ? 35 : 60);
});

/** What `can()` allows is not refused for the state or the role, and what it denies is not done. */
const deniedBefore = ['illegalInState', 'notAuthorised'];

/** Each command leaves one entry with actor, before and after; a refused one leaves nothing. */
async function expectOneEntry(desk: Desk, { before, command, result }: Taken): Promise<void> {
  const allowed = before.can(command.by, { at: command.at }).find((each) => each.command === command.type);
  // Who acts at a stage is known once the data names it.
  const isStaged = 'stage' in command.data;
  const after = await desk.ticket(before.id);
  if (!result.ok) {
    if (allowed?.ok && !isStaged) expect(deniedBefore, command.type).not.toContain(result.refusal.code);
    // A merge that its root refused is undone, and the log keeps both.
    if (command.type !== 'merge')
      expect(after?.version, `a refused ${command.type} changed the ticket`).toBe(before.version);
    return;
  }
  if (command.type !== 'register' && !isStaged)
    expect(allowed?.ok, `${command.type} was done, but can() denied it`).toBe(true);
  const [entry, ...others] = result.events.filter(({ type }) => !/^(clock|duty)\./.test(type));
  expect(entry).toMatchObject({
    actor: command.by,
    command: command.id,
    at: new Date(command.at as Date).toISOString(),
  });
  // What follows from the pack's rules says by which.
  for (const { data } of others) expect(Object.keys(data)).toContain('rule');
}

/** The log is whole, keeps its laws, and tells the ticket. */
async function expectWhole(desk: Desk, ticket: Ticket): Promise<void> {
  const log = await desk.history(ticket.id);
  const { clocks, defaultCalendar } = desk.pack;
  expectLogLaws(log, (id) => clocks.find((clock) => clock.id === id)?.calendar ?? defaultCalendar);
  expect(await desk.verify(ticket.id)).toMatchObject({ ok: true });
  expect(log.reduce<TicketRecord | undefined>(evolve, undefined)).toEqual(ticket.record);
  const open = Object.values(ticket.record.clocks).filter(
    ({ id, stoppedAt }) => stoppedAt === null && !outlivesTheTicket.test(id),
  );
  if (ticket.record.closedAt !== null)
    expect(
      open.map(({ id }) => id),
      'clocks that outlive the ticket',
    ).toEqual([]);
}

/** What is merged has one root, which knows of it, and which is not merged itself. */
async function expectMerges(desk: Desk, { id, record }: Ticket): Promise<void> {
  if (record.mergedInto !== null) {
    const root = await desk.ticket(record.mergedInto.ticket);
    expect(root?.record.absorbed).toContain(id);
    expect(root?.state).not.toBe('merged');
    expect(record.state).toBe('merged');
  }
  expect(new Set(record.absorbed).size, 'merged once').toBe(record.absorbed.length);
  for (const repeat of record.absorbed) {
    expect((await desk.ticket(repeat))?.record.mergedInto?.ticket, 'of a root it is a repeat').toBe(id);
  }
}

const { name = '', phone = '' } = noiseAtNight.caller ?? {};

/** The caller is in no log and no view; a clue about a unit in no view of that unit. */
async function expectPrivacy(desk: Desk, ticket: Ticket, at: Date): Promise<void> {
  const log = JSON.stringify(await desk.history(ticket.id));
  for (const secret of [name, phone]) expect(log, 'the caller is a record apart').not.toContain(secret);
  for (const viewer of [...everybody.filter(isOfUnit), 'public'] as const) {
    const view = JSON.stringify(await desk.view(ticket.id, viewer, { at }));
    for (const secret of [name, phone, 'clue.transferred', 'clue-1', 'clue-2']) expect(view).not.toContain(secret);
  }
}

function isOfUnit({ role, unit }: Actor): boolean {
  return unit !== undefined && unit !== 'hotline-centre' && role !== 'districtDispatcher';
}
