import { commandsIn, type TicketRecord, transitionTable } from '@hotline-kit/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { calm } from '../life/town.js';
import { sampleTown } from '../sample-pack.js';
import { explore, moves, type Node, registered } from './explore.js';
import { tracks } from './tracks.js';

/** A town where nothing but the life itself bounds what is done. */
const pack = sampleTown({
  procedure: {
    ...{ return: { maximum: 99, forbid: [] }, extension: { maximum: 99 }, suspension: { maximum: 99 } },
    ...{ emergency: { requires: ['line'], acceptsFirst: 'hotline' }, reopening: { maximum: 99 } },
    dispute: { meanwhile: [{ unit: 'hillside' }] },
    assist: { awaited: false },
    reply: { kinds: [{ id: 'final' }, { id: 'interim', effect: 'continues' }] },
    remedies: { stages: [{ id: 'review' }] },
  },
});

const ends = new Set(['archived', 'transferredEmergency', 'withdrawn', 'refused', 'terminated', 'merged', 'closed']);

/** The main way in few words: where it stands, whether a round was begun anew, and how the citizen judged. */
const main = ({ state, round, rating, lead, call, termination }: TicketRecord) =>
  [
    ...[state, round > 1 ? 'again' : 'first', rating === null ? '' : rating.satisfaction, lead === null ? '' : 'led'],
    state === 'received' ? call.type : termination === null ? '' : 'to be ended',
  ].join(' ');

const starts = [registered(pack, 't'), registered(pack, 'c', { ...calm, type: 'consult' })];

/** The states from which some end cannot be reached. */
function stranded(nodes: ReadonlyMap<string, Node>): readonly string[] {
  const reaching = new Set([...nodes].flatMap(([key, { ticket }]) => (ends.has(ticket.state) ? [key] : [])));
  for (let before = -1; before !== reaching.size; ) {
    before = reaching.size;
    for (const [key, { next }] of nodes) if ([...next].some((each) => reaching.has(each))) reaching.add(key);
  }
  return [...nodes.keys()].filter((key) => !reaching.has(key));
}

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
