import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewEvent, TicketEvent } from '../ticket/event.js';
import { canonicalHash } from './canonical.js';
import { GENESIS_HASH, seal } from './seal.js';
import { verifyLog } from './verify.js';

const at = '2023-07-10T01:02:00.000Z';
const context = {
  actor: { id: 'w1', role: 'handler', unit: 'u1' },
  command: 'c1',
  correlation: undefined,
  recordedAt: at,
  provenance: { rules: 'sample@1#0', calendar: 'office@1#0' },
} as const;

const events = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    ticket: 't1',
    type: 'progress.recorded',
    at,
    state: 'handling',
    data: { text: `进展 ${index}` },
  }));

const put = (whole: TicketEvent[], index: number, event: object): TicketEvent[] =>
  whole.map((each, position) => (position === index ? (event as TicketEvent) : each));

const log = (count: number): TicketEvent[] => seal(events(count), { version: 0, hash: GENESIS_HASH }, context);

test('a log as it was written is whole', () => {
  const whole = log(5);
  expect(verifyLog(whole, whole.at(-1)?.hash)).toEqual({ ok: true, events: 5, head: whole.at(-1)?.hash });
});

test('the first event is chained to 64 zeros, each other to the one before', () => {
  const [first, second] = log(2);
  expect(first?.prevHash).toBe('0'.repeat(64));
  expect(second?.prevHash).toBe(first?.hash);
});

test('the hash does not depend on the order in which a database gives the keys', () => {
  const [event] = log(1);
  const shuffled = Object.fromEntries(Object.entries(event ?? {}).reverse()) as TicketEvent;
  expect(verifyLog([shuffled]).ok).toBe(true);
});

test('the hash is SHA-256 over RFC 8785 JSON, the same in every language', () => {
  // printf '{"a":1,"b":["x",null]}' | sha256sum
  expect(canonicalHash({ b: ['x', null], a: 1 })).toBe(
    '18c018603b12c4beed8593acb6ad65cdc9667cce853e8b6dffd035fe3a0fb4de',
  );
});

describe('tampering is found', () => {
  const cases: Record<string, [(log: TicketEvent[]) => TicketEvent[], string]> = {
    'an event is taken out': [(whole) => whole.filter((_, index) => index !== 2), 'gap'],
    'two events change places': [(whole) => [whole[1], whole[0], ...whole.slice(2)] as TicketEvent[], 'gap'],
    'an event of another ticket is put in': [
      (whole) => put(whole, 2, { ...(whole[2] as TicketEvent), ticket: 't2' }),
      'otherTicket',
    ],
    'the content is changed': [
      (whole) => put(whole, 2, { ...(whole[2] as TicketEvent), at: '2023-07-09T00:00:00.000Z' }),
      'changed',
    ],
    'the content is changed and its hash computed again': [
      (whole) => {
        const { hash: _hash, ...open } = { ...(whole[2] as TicketEvent), at: '2023-07-09T00:00:00.000Z' };
        return put(whole, 2, { ...open, hash: canonicalHash(open) });
      },
      'brokenChain',
    ],
  };
  for (const [what, [tamper, reason]] of Object.entries(cases)) {
    test(what, () => {
      expect(verifyLog(tamper(log(5)))).toMatchObject({ ok: false, reason });
    });
  }

  test('the end is cut off, which only the snapshot’s hash can tell', () => {
    const whole = log(5);
    expect(verifyLog(whole.slice(0, 4), whole.at(-1)?.hash)).toMatchObject({ ok: false, reason: 'shortened' });
  });

  test('any one changed character of any field of any event', () => {
    const whole = log(4);
    const head = whole.at(-1)?.hash ?? '';
    const texts = whole.map((event) => JSON.stringify(event));
    fc.assert(
      fc.property(fc.nat(3), fc.nat(400), fc.constantFrom('0', '1', 'x', '工'), (index, position, character) => {
        const text = texts[index] ?? '';
        const place = position % text.length;
        const changedText = text.slice(0, place) + character + text.slice(place + 1);
        if (changedText === text) return;
        let event: TicketEvent;
        try {
          event = JSON.parse(changedText);
        } catch {
          return; // no JSON any more: the store cannot even read it
        }
        expect(verifyLog(put(whole, index, event), head).ok).toBe(false);
      }),
      { numRuns: process.env['HOTLINE_PROOF'] === 'full' ? 10_000 : 500 },
    );
  });
});
