import { createHash } from 'node:crypto';
import { type Desk, GENESIS_HASH, type TicketEvent, verifyExport, verifyLog } from '@hotline-kit/core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { at, handledTicket, noiseAtNight, openSampleDesk, people } from '../sample-desk.js';

const sizes: Record<string, number> = { ci: 10_000, full: 100_000 };
const tamperings = sizes[process.env['HOTLINE_PROOF'] ?? ''] ?? 600;
const auditor = { id: 'auditor-1', role: 'auditor' } as const;

type Log = readonly TicketEvent[];

let [own, other, before]: [Log, Log, Log] = [[], [], []];
let desk: Desk;
beforeAll(async () => {
  desk = await openSampleDesk();
  await handledTicket(desk);
  before = await desk.history('call-1');
  const given = { ticket: 'call-1', by: people.handler, at: at('09:30') } as const;
  await desk.execute({ ...given, type: 'recordProgress', data: { text: '到场查看' } });
  await desk.execute({ ...given, type: 'promise', data: { what: '两日内修好' } });
  await desk.register(noiseAtNight, { id: 'other', by: people.agent, at: at('09:20') });
  [own, other] = [await desk.history('call-1'), await desk.history('other')];
});

/** JSON with its keys in order (RFC 8785, for texts, whole numbers and what is made of them), written anew for the forger. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A log whose numbers and hashes are computed anew from an event on, as somebody would who holds the whole database. */
function rechained(log: Log, from = 0): Log {
  let prevHash = log[from - 1]?.hash ?? GENESIS_HASH;
  return log.map((event, index) => {
    if (index < from) return event;
    const { hash: _hash, ...open } = { ...event, version: index + 1, prevHash };
    prevHash = sha256(canonical(open));
    return { ...open, hash: prevHash } as TicketEvent;
  });
}

const put = (log: Log, index: number, change: object): Log =>
  log.map((event, place) => (place === index ? ({ ...event, ...change } as TicketEvent) : event));
const some = (log: Log, seed: number) => seed % log.length;

/** A character of some text in an event is another one. */
function flipped(log: Log, seed: number, bit: number): Log {
  const index = some(log, seed);
  const text = canonical(log[index]);
  const place = bit % text.length;
  const changed =
    text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ (1 << (bit % 5))) + text.slice(place + 1);
  try {
    return log.map((event, each) => (each === index ? JSON.parse(changed) : event));
  } catch {
    return log;
  }
}

/** The ways in which a log is tampered with that its own hashes show. */
const shown: Record<string, (seed: number, more: number) => Log> = {
  'a bit is flipped': (seed, more) => flipped(own, seed, more),
  'an event is dropped': (seed) => own.filter((_, index) => index !== seed % (own.length - 1)),
  'an event is inserted twice': (seed) => [...own.slice(0, some(own, seed) + 1), ...own.slice(some(own, seed))],
  'two events change places': (seed, more) => {
    const [a, b] = [some(own, seed), some(own, more)];
    return put(put(own, a, own[b] ?? {}), b, own[a] ?? {});
  },
  'the order is another one': (seed) => [...own.slice(seed % own.length), ...own.slice(0, seed % own.length)],
  'an event of another ticket is spliced in': (seed, more) => put(own, some(own, seed), other[some(other, more)] ?? {}),
  'an event of another ticket is spliced in under this one’s name and number': (seed, more) => {
    const index = some(own, seed);
    return put(own, index, { ...other[some(other, more)], ticket: 'call-1', version: index + 1 });
  },
  'the end of another ticket follows': (seed) => [...own.slice(0, 1 + some(own, seed)), ...other],
  'when it happened is changed': (seed, more) => put(own, some(own, seed), { at: new Date(more).toISOString() }),
  'when it was recorded is changed': (seed, more) =>
    put(own, some(own, seed), { recordedAt: new Date(more).toISOString() }),
  'who did it is changed': (seed) => put(own, some(own, seed), { actor: people.stranger }),
  'an event is changed and its own hash computed anew': (seed, more) => {
    const index = seed % (own.length - 1);
    const changed = rechained(put(own, index, { at: new Date(more).toISOString() }), index);
    return [...changed.slice(0, index + 1), ...own.slice(index + 1)];
  },
};

/** The ways that leave a log whose hashes agree: whoever holds no hash of its end cannot tell it from an honest one. */
const hidden: Record<string, (seed: number, more: number) => Log> = {
  'the end is cut off': (seed) => own.slice(0, 1 + (seed % (own.length - 1))),
  'an old log is put in the place of the new': () => before,
  'all is chained anew from a changed event on': (seed, more) => {
    const index = some(own, seed);
    return rechained(put(own, index, { at: new Date(more).toISOString() }), index);
  },
  'an event is dropped and all chained anew': (seed) => {
    const index = 1 + (seed % (own.length - 1));
    return rechained(
      own.filter((_, each) => each !== index),
      Math.min(index, own.length - 2),
    );
  },
};

describe(`${tamperings} random tamperings with the log of a ticket`, () => {
  const ways = [...Object.entries(shown), ...Object.entries(hidden)];

  test('are all found by whoever has the hash of its end', () => {
    const head = own.at(-1)?.hash ?? '';
    const count = new Map(ways.map(([way]) => [way, 0]));
    const anything = fc.property(fc.constantFrom(...ways), fc.nat(), fc.nat(), ([way, tamper], seed, more) => {
      const log = tamper(seed, more);
      if (canonical(log) === canonical(own)) return;
      count.set(way, (count.get(way) ?? 0) + 1);
      expect(verifyLog(log, head).ok, way).toBe(false);
    });
    fc.assert(anything, { numRuns: Math.ceil(tamperings * 1.4) });
    const all = [...count.values()];
    expect(all.reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(tamperings);
    expect(Math.min(...all), 'each way among them').toBeGreaterThan(0);
  });

  test.each(Object.entries(shown))('without it, too, where %s', (_way, tamper) => {
    for (let seed = 0; seed < 50; seed += 1) {
      const log = tamper(seed, seed * 7_919);
      // Cut before its first event, another ticket’s log is an honest log, though not this ticket’s.
      if (canonical(log) !== canonical(own)) expect(verifyLog(log).ok, String(seed)).toBe(false);
    }
  });

  test.each(Object.entries(hidden))('not without it, where %s', (_way, tamper) => {
    expect(verifyLog(tamper(3, 12_345))).toMatchObject({ ok: true });
    expect(verifyLog(tamper(3, 12_345), own.at(-1)?.hash)).toMatchObject({ ok: false });
  });
});

test('an export whose hash was noted gives each ticket its end: one that is chained anew all through is found', async () => {
  const lines: string[] = [];
  for await (const line of desk.export({ at: at('12:00'), by: auditor })) lines.push(line);
  const { hash } = JSON.parse(lines.at(-1) ?? '{}').end;
  const forgedLog = rechained(put(own, 2, { at: '2020-01-01T00:00:00.000Z' }), 2);
  const body = lines.slice(0, -1).map((line) => {
    const event = JSON.parse(line);
    const forged = event.ticket === 'call-1' ? forgedLog[event.version - 1] : undefined;
    return forged === undefined ? line : JSON.stringify(forged);
  });
  const chained = body.reduce((sum, line) => sha256(JSON.stringify([sum, line])), GENESIS_HASH);
  const { end } = JSON.parse(lines.at(-1) ?? '{}');
  const forged = [...body, JSON.stringify({ end: { ...end, hash: chained } })];
  expect(await verifyExport(forged)).toMatchObject({ ok: true });
  expect(await verifyExport(forged, { hash })).toMatchObject({ ok: false, reason: 'hash' });
});
