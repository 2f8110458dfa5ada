import { type CityPack, EVENT_TYPES } from '@hotline-kit/rules';
import { clockTitle } from '../clocks/clock-title.js';
import { type Audience, audienceOf } from '../privacy/audience.js';
import { readsDetailOf, readsOf } from '../privacy/event-readers.js';
import { withoutClues } from '../privacy/hidden-clues.js';
import type { Actor } from '../ticket/actor.js';
import type { TicketEvent } from '../ticket/event.js';
import type { BilingualText } from '../ticket/refusal.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { citedBy } from './cited-by.js';
import type { TimelineEntry } from './view-types.js';

/** What happened, newest first, cut to what the viewer may read of the ticket as it stands. */
export function timelineFor(
  viewer: Actor | 'public',
  events: readonly TicketEvent[],
  ticket: TicketRecord,
  pack: CityPack,
): readonly TimelineEntry[] {
  const audience = audienceOf(viewer, ticket, pack.units);
  return timelineOf(withoutClues(events, viewer, audience, ticket, pack), audience, ticket, pack);
}

/** The same for an audience, of events that it may know of. */
export function timelineOf(
  events: readonly TicketEvent[],
  audience: Audience,
  { call }: TicketRecord,
  pack: CityPack,
): readonly TimelineEntry[] {
  return events
    .filter(({ type }) => readsOf(type, audience, call.confidential))
    .map((event) => entryOf(event, audience, call.confidential, pack))
    .reverse();
}

function entryOf(event: TicketEvent, audience: Audience, isProtected: boolean, pack: CityPack): TimelineEntry {
  const detail = readsDetailOf(event.type, audience, isProtected) ? detailOf(event, pack) : undefined;
  const { unit } = event.actor;
  return {
    version: event.version,
    at: event.at,
    type: event.type,
    text: EVENT_TYPES[event.type],
    ...(detail === undefined ? {} : { detail }),
    ...(unit === undefined ? {} : { unit: unitName(unit, pack) }),
    ...citedBy(event, audience),
  };
}

/** What was said or given. */
function detailOf(event: TicketEvent, pack: CityPack): BilingualText | undefined {
  switch (event.type) {
    case 'ticket.dispatched':
    case 'ticket.redispatched':
    case 'ticket.designated':
      return unitName(event.data.lead, pack);
    case 'promise.made':
      return same(event.data.what);
    case 'clock.started':
    case 'clock.stopped':
    case 'clock.warned':
    case 'clock.breached':
    case 'clock.paused':
    case 'clock.resumed':
    case 'clock.cancelled':
      return clockTitle(event.data.clock, pack);
    case 'progress.recorded':
    case 'ticket.commented':
      return same(event.data.text);
    case 'reply.submitted':
      return same(event.data.result);
    case 'reply.rejected':
    case 'ticket.urged':
    case 'supervision.started':
    case 'supervision.escalated':
      return same(event.data.reason);
    case 'supervision.reported':
      return same(event.data.report);
    case 'supervision.concluded':
      return same(event.data.conclusion);
    default:
      return undefined;
  }
}

function same(text: string): BilingualText {
  return { zh: text, en: text };
}

/** A unit's name in both languages. */
export function unitName(id: string, pack: CityPack): BilingualText {
  return pack.units.get(id)?.name ?? same(id);
}
