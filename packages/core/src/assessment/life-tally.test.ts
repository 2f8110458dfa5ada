import { HAPPENED } from '@hotline-kit/rules';
import { expect, test } from 'vitest';
import { LifeTally } from './life-tally.js';

const at = (hour: number) => new Date(Date.UTC(2024, 10, 1, hour)).toISOString();

test('each thing that a row can tell of has a bit of its own', () => {
  for (const [name, { event }] of Object.entries(HAPPENED)) {
    const life = new LifeTally();
    life.note(event, at(1));
    const facts = {};
    life.tell(facts);
    expect(facts).toEqual({ [name]: true });
  }
});

test('instants are the first of their kind, the approval of a reply the last', () => {
  const life = new LifeTally();
  for (const hour of [3, 5]) for (const type of ['ticket.signed', 'reply.approved']) life.note(type, at(hour));
  expect(life.instant('ticket.signed')).toBe(Date.parse(at(3)));
  expect(life.instant('reply.approved')).toBe(Date.parse(at(5)));
  expect(life.instant('ticket.rated')).toBeUndefined();
});
