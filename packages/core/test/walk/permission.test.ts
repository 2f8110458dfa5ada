import { commandsIn, type TicketRecord } from '@hotline-kit/core';
import { expect, test } from 'vitest';
import { pack } from '../sample-desk.js';
import { allowedOn, dataFor, decideOn, everybodyAt, registered } from './explore.js';
import { numbersFrom, wander } from './wander.js';

const size = { sample: 2, quick: 3, ci: 8, full: 2_000 };
const lives = size[(process.env['HOTLINE_PROOF'] ?? 'quick') as keyof typeof size] ?? size.quick;

/** How many ways of giving what is denied are tried. */
const most = lives > 100 ? Number.POSITIVE_INFINITY : 10;

/** What somebody of these is told wrongly on a ticket. */
function wronged(ticket: TicketRecord, next: (below: number) => number, seen: { permitted: number; denied: number }) {
  const people = everybodyAt(ticket);
  return commandsIn(ticket.state).flatMap((command) =>
    [next(people.length), next(people.length), next(people.length)].flatMap((index) => {
      const by = people[index] as (typeof people)[number];
      const allowed = allowedOn(ticket, command, by, pack);
      const data = dataFor(ticket, command, allowed.ok ? allowed.takes : {});
      const tried = allowed.ok ? [...data] : [...data].slice(0, most);
      const accepted = tried.some((each) => decideOn(ticket, command, each, by, pack).ok);
      seen[allowed.ok ? 'permitted' : 'denied'] += 1;
      if (allowed.ok === accepted) return [];
      const said = allowed.ok ? `permitted ${JSON.stringify(allowed.takes)}` : allowed.refusal.code;
      return [`${ticket.state}: ${by.role} of ${by.unit}, ${command}: ${said}`];
    }),
  );
}

test('what can() permits, decide accepts for some data; what it denies, decide refuses for all', {
  timeout: 24 * 3_600_000,
}, () => {
  const seen = { permitted: 0, denied: 0 };
  for (let life = 1; life <= lives; life += 1) {
    const next = numbersFrom(life);
    for (const ticket of wander(registered(pack, 't'), pack, next, 30)) {
      expect(wronged(ticket, next, seen), `life ${life}, version ${ticket.version}`).toEqual([]);
    }
  }
  expect(seen.permitted).toBeGreaterThan(lives * 20);
  expect(seen.denied).toBeGreaterThan(lives * 200);
});
