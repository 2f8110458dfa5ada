import { type CityPack, EVENT_TYPES } from '@hotline-kit/rules';
import { clockTitle } from '../clocks/clock-title.js';
import type { Audience } from '../privacy/audience.js';
import type { EventName, TicketEvent } from '../ticket/event.js';
import type { BilingualText } from '../ticket/refusal.js';
import type { TimelineEntry } from './view-types.js';

/** What a citizen is told of; staff see all. */
const forCitizens: ReadonlySet<EventName> = new Set<EventName>([
  'ticket.registered',
  'ticket.dispatched',
  'ticket.redispatched',
  'ticket.signed',
  'ticket.accepted',
  'citizen.contacted',
  'site.arrived',
  'promise.made',
  'promise.fulfilled',
  'reply.approved',
  'citizen.calledBack',
  'callback.waived',
  'ticket.rated',
  'ticket.closed',
]);

/** What stays with the hotline: who looked up the caller, clues about a unit, and what it is held accountable for. */
const ofHotline: ReadonlySet<EventName> = new Set<EventName>([
  'caller.read',
  'caller.erased',
  'clue.transferred',
  'quality.checked',
  'accountability.entered',
]);

/** What happened, newest first, cut to what the audience may read. */
export function timelineOf(
  events: readonly TicketEvent[],
  audience: Audience,
  pack: CityPack,
): readonly TimelineEntry[] {
  const staff = audience === 'hotline' || audience === 'unit';
  return events
    .filter(
      ({ type }) =>
        audience !== 'public' && (staff ? audience === 'hotline' || !ofHotline.has(type) : forCitizens.has(type)),
    )
    .map((event) => entryOf(event, staff, pack))
    .reverse();
}

function entryOf(event: TicketEvent, staff: boolean, pack: CityPack): TimelineEntry {
  const detail = detailOf(event, staff, pack);
  const { unit } = event.actor;
  const article = (event.data as { readonly article?: string | null }).article;
  return {
    version: event.version,
    at: event.at,
    type: event.type,
    text: EVENT_TYPES[event.type],
    ...(detail === undefined ? {} : { detail }),
    ...(unit === undefined ? {} : { unit: unitName(unit, pack) }),
    ...(staff && article ? { article } : {}),
  };
}

/** What was said or given. Free text of the unit goes to staff; the citizen reads what was approved for them. */
function detailOf(event: TicketEvent, staff: boolean, pack: CityPack): BilingualText | undefined {
  switch (event.type) {
    case 'ticket.dispatched':
    case 'ticket.redispatched':
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
  }
  if (!staff) return undefined;
  switch (event.type) {
    case 'progress.recorded':
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
