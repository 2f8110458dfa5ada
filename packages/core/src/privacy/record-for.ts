import type { CityPack } from '@hotline-kit/rules';
import type { Actor } from '../ticket/actor.js';
import { evolve } from '../ticket/evolve.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import type { CallRecord } from '../tracks/intake/call-record.js';
import { type Audience, audienceOf } from './audience.js';
import { CALL_READERS, RECORD_READERS, type Sight } from './record-readers.js';
import { isDraft, sees } from './visible-fields.js';

/** Who looks, and what of the ticket they see. */
interface Sighted {
  readonly ticket: TicketRecord;
  readonly audience: Audience;
  /** The viewer's own id; empty for the public. */
  readonly own: string;
  readonly reads: (sight: Sight) => boolean;
}

/**
 * A ticket's record as its viewer may have it. It begins with a ticket of which nothing is known, and takes over what
 * the viewer's audience reads: a field that nobody has thought of is not shown. Of several applicants each sees only
 * their own, and of a protected ticket the units see nothing that leads to the reporter.
 */
export function recordFor(ticket: TicketRecord, viewer: Actor | 'public', pack: CityPack): TicketRecord {
  const audience = audienceOf(viewer, ticket, pack.units);
  const reads = (sight: Sight) => isRead(sight, audience, ticket, viewer, pack);
  const sighted: Sighted = { ticket, audience, reads, own: viewer === 'public' ? '' : viewer.id };
  const blank = unknown(ticket);
  return {
    ...blank,
    ...readOf(ticket, RECORD_READERS, reads),
    call: callFor(sighted, blank.call),
    reply: reads(isDraft(ticket) ? 'draftReply' : 'reply') ? ticket.reply : null,
    rating: ratingFor(sighted),
    requests: requestsFor(sighted),
  };
}

function isRead(
  sight: Sight,
  audience: Audience,
  ticket: TicketRecord,
  viewer: Actor | 'public',
  pack: CityPack,
): boolean {
  const isOffice = audience === 'hotline' || audience === 'supervisor' || audience === 'auditor';
  const isUnit = audience === 'unit' || audience === 'assist';
  const { confidential } = ticket.call;
  switch (sight) {
    case 'anyone':
      return true;
    case 'office':
      return isOffice;
    case 'staff':
      return isOffice || isUnit;
    case 'parties':
      return isOffice || isUnit || audience === 'applicant';
    case 'reporter':
      return isOffice || audience === 'applicant' || (isUnit && !confidential);
    case 'linking':
      return isOffice || (isUnit && !confidential);
    default:
      return sees(sight, audience, ticket, pack, viewer);
  }
}

/** The fields of a value that are read. */
function readOf<V extends object>(
  value: V,
  readers: { readonly [Field in keyof V]?: Sight },
  reads: Sighted['reads'],
): Partial<V> {
  const read: Partial<V> = {};
  for (const field in readers) {
    const sight = readers[field];
    if (sight !== undefined && reads(sight)) read[field] = value[field];
  }
  return read;
}

/** A ticket of which nothing is known but its place in a list. */
function unknown({ id, number, registeredAt, state, call: { channel, type } }: TicketRecord): TicketRecord {
  const nobody = { applicant: null, line: null, reference: null, matter: null };
  const nothing = { urgent: false, confidential: false, anonymous: false, leaderAssigned: false };
  const data = { ...nobody, ...nothing, number, channel, type, content: '', place: {}, media: [] };
  return evolve(undefined, { ticket: id, type: 'ticket.registered', at: registeredAt, state, data });
}

function callFor({ ticket, audience, reads, own }: Sighted, blank: CallRecord): CallRecord {
  const { call } = ticket;
  const { district, street, address } = call.place;
  const isOne = audience === 'applicant';
  const all = reads('applicants');
  return {
    ...blank,
    ...readOf(call, CALL_READERS, reads),
    applicant: (isOne && call.applicant === own) || (!isOne && all) ? call.applicant : null,
    applicants: isOne ? call.applicants.filter(({ id }) => id === own) : all ? call.applicants : [],
    place: {
      ...(reads('area') && district !== undefined ? { district } : {}),
      ...(reads('area') && street !== undefined ? { street } : {}),
      ...(reads('address') && address !== undefined ? { address } : {}),
    },
  };
}

/** Of several applicants, the record does not say who wrote it: each then has how it was judged, without the words. */
function ratingFor({ ticket: { rating, call }, audience, reads }: Sighted): TicketRecord['rating'] {
  if (rating === null || !reads('reporter')) return null;
  const areTheirs = audience !== 'applicant' || call.applicants.length <= 1;
  if (reads('applicants') && areTheirs) return rating;
  const { solved, satisfaction, contacted } = rating;
  return { solved, satisfaction, contacted };
}

function requestsFor({ ticket: { requests }, audience, reads, own }: Sighted): TicketRecord['requests'] {
  if (audience === 'applicant') return requests.filter(({ by }) => by === own);
  return reads('linking') && reads('applicants') ? requests : [];
}
