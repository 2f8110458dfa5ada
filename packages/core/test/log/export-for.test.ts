import { createHash } from 'node:crypto';
import { type Actor, type Desk, GENESIS_HASH, verifyExport } from '@hotline-kit/core';
import { describe, expect, test } from 'vitest';
import { at, handledTicket, noiseAtNight, openSampleDesk, people } from '../sample-desk.js';

const auditor: Actor = { id: 'auditor-1', role: 'auditor' };
const key = 'a secret of the hotline';

async function filled(): Promise<Desk> {
  const desk = await openSampleDesk();
  await handledTicket(desk);
  const call = { ...noiseAtNight, confidential: true };
  await desk.register(call, { id: 'protected', by: people.agent, at: at('09:20') });
  return desk;
}

async function exported(desk: Desk, by: Actor | 'public'): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of desk.export({ at: at('12:00'), by, key })) lines.push(line);
  return lines;
}

/** The lines with the hash over all of them computed anew, as a forger would. */
function chainedAnew(lines: readonly string[]): string[] {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const body = lines.slice(0, -1);
  const hash = body.reduce((before, line) => sha256(JSON.stringify([before, line])), GENESIS_HASH);
  const { end } = JSON.parse(lines.at(-1) ?? '{}');
  return [...body, JSON.stringify({ end: { ...end, hash } })];
}

const parsed = (lines: readonly string[]) => lines.slice(1, -1).map((line) => JSON.parse(line));

describe('an export has a reader', () => {
  test('without one there is none: what leaves the house is cut for somebody', async () => {
    const desk = await filled();
    expect(() => desk.export({ at: at('12:00') } as never)).toThrow(/actor/);
  });

  test('an auditor gets every event of every ticket as the log has it', async () => {
    const desk = await filled();
    const events = parsed(await exported(desk, auditor));
    expect(events).toEqual([...(await desk.history('call-1')), ...(await desk.history('protected'))]);
  });

  test('a unit gets its own tickets, of each event its timeline’s entry or nothing, and no hash of the log', async () => {
    const desk = await filled();
    const lines = await exported(desk, people.handler);
    const { timeline } = await desk.view('call-1', people.handler, { at: at('12:00') });
    const entries = parsed(lines).flatMap(({ entry }) => (entry === undefined ? [] : [entry]));
    expect(entries).toEqual([...timeline].reverse());
    expect(new Set(parsed(lines).map(({ ticket }) => ticket))).toEqual(new Set(['call-1']));
    for (const { hash } of await desk.history('call-1')) expect(lines.join('\n')).not.toContain(hash);
  });

  test('of the hotline, whom the procedure does not let know a protected reporter gets the events without them', async () => {
    const lines = await exported(await filled(), people.agent);
    const ofTicket = (id: string) => lines.filter((line) => JSON.parse(line).ticket === id).join('\n');
    expect(ofTicket('call-1')).toContain('citizen-42');
    expect(ofTicket('protected')).not.toContain('citizen-42');
  });

  test('the public and whoever has no part in any ticket get none', async () => {
    const desk = await filled();
    for (const by of ['public', people.stranger] as const) {
      expect(await verifyExport(await exported(desk, by))).toMatchObject({ ok: true, tickets: 0, events: 0 });
    }
  });
});

describe('a cut export is verified, too', () => {
  const readers: Record<string, Actor> = { unit: people.handler, citizen: people.citizen, agent: people.agent };

  test.each(Object.entries(readers))(
    '%s: whole as it was written; each line proved by the key and the logs',
    async (_who, by) => {
      const desk = await filled();
      const lines = await exported(desk, by);
      const seals = { key, log: (ticket: string) => desk.history(ticket) };
      expect(await verifyExport(lines, { seals })).toMatchObject({ ok: true, events: lines.length - 2 });
      const other = await verifyExport(lines, { seals: { ...seals, key: 'another' } });
      expect(other).toMatchObject({ ok: false, reason: 'otherSeal' });
    },
  );

  test('an entry that is changed, with all hashes over the lines computed anew, is found by the key', async () => {
    const desk = await filled();
    const lines = await exported(desk, people.handler);
    const forged = chainedAnew(
      lines.map((line) => {
        const { entry, ...rest } = JSON.parse(line);
        return entry === undefined
          ? line
          : JSON.stringify({ ...rest, entry: { ...entry, at: '2020-01-01T00:00:00.000Z' } });
      }),
    );
    expect(forged).not.toEqual(lines);
    expect(await verifyExport(forged)).toMatchObject({ ok: true });
    const seals = { key, log: (ticket: string) => desk.history(ticket) };
    expect(await verifyExport(forged, { seals })).toMatchObject({ ok: false, reason: 'otherSeal' });
  });

  test('a line that is missing in the middle is found without the key', async () => {
    const lines = await exported(await filled(), people.handler);
    expect(await verifyExport(lines.filter((_, index) => index !== 3))).toMatchObject({ ok: false, reason: 'gap' });
  });
});
