import { commandsIn, type TicketRecord, transitionTable } from '@hotline-kit/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { explore, moves, type Node } from './explore.js';
import { ends, main, pack, starts, stranded } from './flow.js';
import { tracks } from './tracks.js';

/** Walks take seconds, and a machine may have much else to do. */
const slow = { timeout: 600_000 };

describe.each(Object.entries(tracks))('the life with the track %s', slow, (_name, { commands, at, all, survives }) => {
  let nodes: ReadonlyMap<string, Node> = new Map();
  let tickets: readonly TicketRecord[] = [];
  beforeAll(() => {
    const keyOf = (ticket: TicketRecord) => `${main(ticket)} | ${at(ticket)}`;
    nodes = explore(pack, new Set([...moves, 'requestTermination', ...commands]), keyOf, starts);
    tickets = [...nodes.values()].map(({ ticket }) => ticket);
  }, slow.timeout);

  test('it reaches all that it can stand at, and the ticket every state of the chart', () => {
    expect([...new Set(tickets.map(at))].sort()).toEqual([...all].sort());
    const states = new Set(tickets.map(({ state }) => state));
    expect([...transitionTable.keys()].filter((state) => !states.has(state))).toEqual(['draft']);
  });

  test('from every open state an end is reached', () => {
    expect(stranded(nodes)).toEqual([]);
  });

  test('it is closed with the ticket, or what is left of it outlives the ticket expressly', () => {
    const left = tickets.filter(({ state }) => ends.has(state)).map((ticket) => `${ticket.state}: ${at(ticket)}`);
    const meant = [...ends].flatMap((end) => (survives[end] ?? survives['*'] ?? []).map((each) => `${end}: ${each}`));
    expect([...new Set(left)].filter((each) => !meant.includes(each))).toEqual([]);
  });

  test('no command of the chart is dead: each that it has is given somewhere', () => {
    const given = new Set<string>();
    for (const { ticket } of nodes.values()) for (const command of commandsIn(ticket.state)) given.add(command);
    for (const command of commands) expect([...given]).toContain(command);
  });
});
