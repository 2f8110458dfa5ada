import type { CityPack } from '@hotline-kit/rules';
import type { ExportReader } from '../log/export.js';
import { type ProjectedLine, sealOf } from '../log/projected-line.js';
import { upcast } from '../log/upcast.js';
import { type Actor, checkedActor } from '../ticket/actor.js';
import type { TicketEvent } from '../ticket/event.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { timelineOf } from '../view/timeline.js';
import { type Audience, audienceOf, findsIt } from './audience.js';
import { eventWithoutReporter } from './event-for.js';
import { withoutClues } from './hidden-clues.js';
import { visibilityOf } from './visibility.js';
import { sees } from './visible-fields.js';

/** Whether somebody reads every log as it is: those who check afterwards, and the host itself. */
export function readsAll(viewer: Actor | 'public'): boolean {
  return viewer !== 'public' && (viewer.role === 'auditor' || viewer.role === 'system');
}

/**
 * The events of a log as somebody of the hotline, or who supervises, may read them: without the clues that the procedure
 * hides from them, and of a protected ticket without what leads to the reporter, where it names others as readers.
 */
export function logFor(
  events: readonly TicketEvent[],
  viewer: Actor,
  ticket: TicketRecord,
  pack: CityPack,
): readonly TicketEvent[] {
  const audience = audienceOf(viewer, ticket, pack.units);
  const read = withoutClues(events, viewer, audience, ticket, pack);
  return readsAll(viewer) || sees('applicants', audience, ticket, pack, viewer) ? read : read.map(eventWithoutReporter);
}

/** Every log as it is, for somebody who reads all; but for tickets from which they have recused. */
export function wholeLogs({ id }: Actor): ExportReader {
  return { head: {}, linesOf: ({ record }, events) => (record.recused.persons.includes(id) ? [] : events) };
}

/**
 * An export for one viewer. Those who read all get the logs as they are. Everybody else gets of each ticket that they
 * may list what they may read: the hotline and those who supervise its events, all others their timeline; and of every
 * other event that it is there.
 * @param key the secret of the seals
 */
export function exportReader(viewer: Actor | 'public', pack: CityPack, key: string): ExportReader {
  const by = viewer === 'public' ? viewer : checkedActor(viewer);
  if (by !== 'public' && readsAll(by)) return wholeLogs(by);
  const visibleTo = visibilityOf(by, pack.units);
  return {
    head: { for: by === 'public' ? by : { role: by.role, ...(by.unit === undefined ? {} : { unit: by.unit }) } },
    ...(visibleTo === undefined ? {} : { visibleTo }),
    linesOf: ({ record }, events) => linesFor(record, events, by, pack, key),
  };
}

function linesFor(
  ticket: TicketRecord,
  events: readonly TicketEvent[],
  viewer: Actor | 'public',
  pack: CityPack,
  key: string,
): readonly unknown[] {
  const audience = audienceOf(viewer, ticket, pack.units);
  if (viewer === 'public' || !findsIt(audience, ticket)) return [];
  const today = events.map((event) => upcast(event));
  const read = isOffice(audience)
    ? new Map(logFor(today, viewer, ticket, pack).map((event) => [event.version, { event }]))
    : new Map(
        timelineOf(withoutClues(today, viewer, audience, ticket, pack), audience, ticket, pack).map((entry) => [
          entry.version,
          { entry },
        ]),
      );
  return events.map((event): ProjectedLine => {
    const line = { ticket: event.ticket, version: event.version, ...read.get(event.version) };
    return { ...line, seal: sealOf(key, event.hash, line) };
  });
}

function isOffice(audience: Audience): boolean {
  return audience === 'hotline' || audience === 'supervisor' || audience === 'auditor';
}
