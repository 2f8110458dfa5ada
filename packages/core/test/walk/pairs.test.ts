import type { TicketRecord } from '@hotline-kit/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { explore, moves, type Node } from './explore.js';
import { ends, main, pack, starts, stranded } from './flow.js';
import { tracks } from './tracks.js';

const names = Object.keys(tracks);

/** Every pair of tracks; by size all of them, each track with its neighbour, or some. */
const pairs = names.flatMap((one, index) =>
  names.slice(index + 1).map((other, distance) => ({ one, other, isNear: distance === 0, index })),
);
const walked =
  {
    full: pairs,
    ci: pairs.filter(({ isNear }) => isNear),
    quick: pairs.filter(({ isNear, index }) => isNear && index % 3 === 0),
  }[process.env['HOTLINE_PROOF'] as string] ?? pairs.filter(({ isNear, index }) => isNear && index % 3 === 0);

/**
 * Tracks that never stand side by side: who returns a ticket has not begun to handle it, and of these lives only those
 * that have ended, or whose extension was granted, leave somebody to be told.
 */
const apart: ReadonlySet<string> = new Set([
  ...['extension returns', 'suspension returns'],
  ...['suspension informing', 'termination informing', 'returns informing'],
]);

const slow = { timeout: 600_000 };

describe.each(walked)('the life with the tracks $one and $other at once', slow, ({ one, other }) => {
  const both = [tracks[one], tracks[other]].flatMap((track) => (track === undefined ? [] : [track]));
  let nodes: ReadonlyMap<string, Node> = new Map();
  let tickets: readonly TicketRecord[] = [];
  beforeAll(() => {
    const keyOf = (ticket: TicketRecord) => [main(ticket), ...both.map(({ at }) => at(ticket))].join(' | ');
    const commands = both.flatMap((track) => track.commands);
    nodes = explore(pack, new Set([...moves, 'requestTermination', ...commands]), keyOf, starts);
    tickets = [...nodes.values()].map(({ ticket }) => ticket);
  }, slow.timeout);

  test('each still reaches all that it can stand at, and they stand side by side where they can', () => {
    for (const { at, all } of both) expect([...new Set(tickets.map(at))].sort()).toEqual([...all].sort());
    const busy = tickets.filter((ticket) => both.every(({ at }) => at(ticket) !== 'none'));
    expect(busy.length > 0).toBe(!apart.has(`${one} ${other}`));
  });

  test('from every open state an end is reached', () => {
    expect(stranded(nodes)).toEqual([]);
  });

  test('neither is left behind by the other: what outlives the ticket does so expressly', () => {
    for (const { at, survives } of both) {
      const left = tickets.filter(({ state }) => ends.has(state)).map((ticket) => [ticket.state, at(ticket)] as const);
      const lost = left.filter(([end, where]) => !(survives[end] ?? survives['*'] ?? []).includes(where));
      expect(lost).toEqual([]);
    }
  });

  test('no refusal without a way out: each says what would make it legal, in both languages', () => {
    const bare = [...nodes.values()].flatMap(({ refused }) =>
      [...refused].flatMap(([command, { code, text, remedy }]) =>
        text.zh !== '' && text.en !== '' && remedy?.zh && remedy.en ? [] : [`${command}: ${code}`],
      ),
    );
    expect([...new Set(bare)]).toEqual([]);
  });
});
