import { evolve, type TicketEvent, type TicketRecord, verifyExport } from '@hotline-kit/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, handledTicket, noiseAtNight, openSampleDesk, people } from '../sample-desk.js';

const { agent, handler } = people;
const auditor = { id: 'auditor-1', role: 'auditor' } as const;
const proofs: Record<string, number> = { ci: 2_000, full: 10_000 };
const tamperings = proofs[process.env['HOTLINE_PROOF'] ?? ''] ?? 500;

async function exported(): Promise<string[]> {
  const desk = await openSampleDesk();
  await handledTicket(desk);
  for (const id of ['a', 'b', 'c']) await desk.register(noiseAtNight, { id, by: agent, at: at('09:20') });
  const lines: string[] = [];
  for await (const line of desk.export({ at: at('12:00'), by: auditor })) lines.push(line);
  return lines;
}
const endOf = (lines: readonly string[]) => JSON.parse(lines.at(-1) ?? '{}').end;

test('an export as it was written is whole, and holds every event of every ticket', async () => {
  const lines = await exported();
  const { hash } = endOf(lines);
  expect(await verifyExport(lines, { hash })).toEqual({
    ...{ ok: true, tickets: 4, events: lines.length - 2 },
    ...{ hash, unproved: 0 },
  });
  const events = lines.slice(1, -1).map((line) => JSON.parse(line) as TicketEvent);
  const folded = events.filter(({ ticket }) => ticket === 'call-1').reduce<TicketRecord | undefined>(evolve, undefined);
  expect(folded?.state).toBe('handling');
});

test('the identities of callers are not in it', async () => {
  expect((await exported()).join('\n')).not.toMatch(/陈先生|13800000000/);
});

describe('whatever is done to an export is found', () => {
  const one = (lines: readonly string[], seed: number) => 1 + (seed % (lines.length - 2));
  const put = (lines: readonly string[], index: number, text: string) =>
    lines.map((line, place) => (place === index ? text : line));
  /** The ways to tamper: each gives other lines than it got, or none where it has no hold. */
  const ways: Record<string, (lines: readonly string[], seed: number, other: number) => readonly string[] | undefined> =
    {
      'one character of one line is another one': (lines, seed, other) => {
        const index = seed % lines.length;
        const line = lines[index] ?? '';
        const place = other % line.length;
        const character = '0x"工'[other % 4] ?? '0';
        return put(lines, index, line.slice(0, place) + character + line.slice(place + 1));
      },
      'a character is taken out': (lines, seed, other) => {
        const index = seed % lines.length;
        const line = lines[index] ?? '';
        const place = other % line.length;
        return put(lines, index, line.slice(0, place) + line.slice(place + 1));
      },
      'white space that means nothing is put in': (lines, seed) =>
        put(lines, one(lines, seed), ` ${lines[one(lines, seed)]}`),
      'a line is taken out': (lines, seed) => lines.filter((_, index) => index !== seed % lines.length),
      'a line stands twice': (lines, seed) => [
        ...lines.slice(0, seed % lines.length),
        lines[seed % lines.length] ?? '',
        ...lines.slice(seed % lines.length),
      ],
      'two lines change places': (lines, seed, other) => {
        const [a, b] = [one(lines, seed), one(lines, other)];
        return put(put(lines, a, lines[b] ?? ''), b, lines[a] ?? '');
      },
      'a whole ticket is taken out': (lines, seed) => {
        const { ticket } = JSON.parse(lines[one(lines, seed)] ?? '{}');
        return lines.filter((line) => JSON.parse(line).ticket !== ticket);
      },
      'the end is cut off': (lines, seed) => lines.slice(0, 1 + (seed % (lines.length - 1))),
      'an event says something else': (lines, seed) => {
        const index = one(lines, seed);
        const event = JSON.parse(lines[index] ?? '{}');
        return put(lines, index, JSON.stringify({ ...event, at: '2020-01-01T00:00:00.000Z' }));
      },
    };

  test(`${tamperings} random tamperings`, async () => {
    const lines = await exported();
    const { hash } = endOf(lines);
    const text = lines.join('\n');
    let tampered = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(ways)), fc.nat(), fc.nat(), async (way, seed, other) => {
        const changed = ways[way]?.(lines, seed, other);
        if (changed === undefined || changed.join('\n') === text) return;
        tampered += 1;
        expect((await verifyExport(changed, { hash })).ok, way).toBe(false);
      }),
      { numRuns: Math.ceil(tamperings * 1.1) },
    );
    expect(tampered).toBeGreaterThanOrEqual(tamperings);
  });
});

test('a ticket and its log can be read as they stood at any instant', async () => {
  const desk = await openSampleDesk();
  const handled = await handledTicket(desk);
  await desk.runDue(at('23:00'));
  const log = await desk.history('call-1');
  for (const [index, event] of log.entries()) {
    const then = await desk.ticket('call-1', { at: event.at });
    const through = log.filter((each) => each.at <= event.at).length;
    expect(then?.version).toBe(through);
    expect(await desk.history('call-1', { at: event.at })).toEqual(log.slice(0, through));
    expect(index).toBeLessThan(through);
  }
  expect((await desk.ticket('call-1', { at: at('09:10') }))?.record).toEqual(handled.record);
  expect((await desk.ticket('call-1', { at: at('09:04') }))?.state).toBe('dispatched');
  expect(await desk.ticket('call-1', { at: at('08:59') })).toBeUndefined();
  expect((await desk.ticket('call-1', { at: at('09:04') }))?.record.handler).not.toBe(handler.id);
});
