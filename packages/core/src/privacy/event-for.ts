import type { TicketEvent } from '../ticket/event.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { readsDetailOf, readsOf } from './event-readers.js';

/** An event that its receiver may not have: only its place in the log is left, so that no number is missing. */
export interface WithheldEvent {
  readonly ticket: string;
  readonly version: number;
  readonly withheld: true;
}

/** What of an event's data leads to whoever reported. */
const IDENTIFYING: ReadonlySet<string> = new Set(['applicant', 'applicants', 'reference', 'line', 'by', 'answers']);

/** What leads from a protected ticket to others of the same reporter, or holds what a pack asked the hotline for. */
const LINKING: ReadonlySet<string> = new Set(['repeats', 'splitFrom', 'parts', 'facts', 'more']);

/** What of a protected ticket's event a unit gets where its timeline has none of the words: facts, and no free text. */
const FACTS: ReadonlySet<string> = new Set([
  ...['number', 'channel', 'type', 'urgent', 'confidential', 'anonymous', 'confidentialOn', 'replyWanted', 'media'],
  ...['leaderAssigned', 'clocksSince', 'tags', 'lead', 'assists', 'via', 'rule', 'article', 'limits', 'statutory'],
  'articles',
  ...['path', 'unit', 'units', 'handler', 'departments', 'department', 'comes', 'level', 'term', 'clock'],
  ...['until', 'meetsAt', 'binding', 'final', 'complete', 'duty', 'title', 'phase', 'milestone', 'occurredAt'],
  ...['reached', 'slot', 'effect', 'proposedUnit'],
]);

/** Stands for a text that is not shown. */
const WITHHELD = 'withheld';

/**
 * An event as it may be handed to a unit. What units do not read of at all (clues about them, checks of their quality,
 * who looked up the caller; of a protected ticket what the reporter did) is withheld. Of a protected ticket the rest
 * comes without the ids of applicants, without the number under which another platform knows it, without words that the
 * unit's timeline does not have, and without its hashes: whoever holds all of an event but one name could try names
 * until the hash fits.
 * @param ticket as a list for that unit gives it, and what the city's procedure hides of a call is hidden here too
 */
export function eventForUnits(event: TicketEvent, ticket: Pick<TicketRecord, 'call'>): TicketEvent | WithheldEvent {
  const { call } = ticket;
  if (!readsOf(event.type, 'unit', call.confidential)) {
    return { ticket: event.ticket, version: event.version, withheld: true };
  }
  if (!call.confidential) return event;
  const readsWords = readsDetailOf(event.type, 'unit', true);
  const cut = without(event, (key) => IDENTIFYING.has(key) || LINKING.has(key) || !(readsWords || FACTS.has(key)));
  if (event.type !== 'ticket.registered') return cut;
  const { matter, content, place } = call;
  return { ...cut, data: { ...cut.data, matter, content, place } } as TicketEvent;
}

/** An event of a protected ticket for those of the hotline whom the procedure does not let know the reporter. */
export function eventWithoutReporter(event: TicketEvent): TicketEvent {
  return without(event, (key) => IDENTIFYING.has(key));
}

function without(event: TicketEvent, isHidden: (key: string) => boolean): TicketEvent {
  const data = Object.fromEntries(
    Object.entries(event.data).map(([key, value]) => [key, isHidden(key) ? blankOf(value) : value]),
  );
  const { role } = event.actor;
  const isOutside = role === 'citizen' || role === 'enterprise';
  const actor = isOutside ? { id: WITHHELD, role } : event.actor;
  return { ...event, data, actor, hash: WITHHELD, prevHash: WITHHELD } as TicketEvent;
}

function blankOf(value: unknown): unknown {
  return Array.isArray(value) ? [] : null;
}
