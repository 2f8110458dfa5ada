import type { TicketRecord } from '@hotline-kit/core';
import { calm } from '../life/town.js';
import { sampleTown } from '../sample-pack.js';
import { type Node, registered } from './explore.js';

/** A town where nothing but the life itself bounds what is done. */
export const pack = sampleTown({
  procedure: {
    ...{ return: { maximum: 99, forbid: [] }, extension: { maximum: 99 }, suspension: { maximum: 99 } },
    ...{ emergency: { requires: ['line'], acceptsFirst: 'hotline' }, reopening: { maximum: 99 } },
    dispute: { meanwhile: [{ unit: 'hillside' }] },
    assist: { awaited: false },
    reply: { kinds: [{ id: 'final' }, { id: 'interim', effect: 'continues' }] },
    remedies: { stages: [{ id: 'review' }] },
  },
});

/** Where a life is over, for now or for good. */
export const ends: ReadonlySet<string> = new Set([
  'archived',
  'transferredEmergency',
  'withdrawn',
  'refused',
  'terminated',
  'merged',
  'closed',
]);

/** The main way in few words: where it stands, whether a round was begun anew, and how the citizen judged. */
export const main = ({ state, round, rating, lead, call, termination }: TicketRecord) =>
  [
    ...[state, round > 1 ? 'again' : 'first', rating === null ? '' : rating.satisfaction, lead === null ? '' : 'led'],
    state === 'received' ? call.type : termination === null ? '' : 'to be ended',
  ].join(' ');

/** Where walks begin: a call for handling, and a question. */
export const starts = [registered(pack, 't'), registered(pack, 'c', { ...calm, type: 'consult' })];

/** The states from which some end cannot be reached. */
export function stranded(nodes: ReadonlyMap<string, Node>): readonly string[] {
  const reaching = new Set([...nodes].flatMap(([key, { ticket }]) => (ends.has(ticket.state) ? [key] : [])));
  for (let before = -1; before !== reaching.size; ) {
    before = reaching.size;
    for (const [key, { next }] of nodes) if ([...next].some((each) => reaching.has(each))) reaching.add(key);
  }
  return [...nodes.keys()].filter((key) => !reaching.has(key));
}
