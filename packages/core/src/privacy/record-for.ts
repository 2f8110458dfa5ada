import type { CityPack } from '@hotline-kit/rules';
import type { Actor } from '../ticket/actor.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { audienceOf } from './audience.js';
import { sees } from './visible-fields.js';

/**
 * A ticket's record as its viewer may have it: of several applicants each sees only their own, and of a protected ticket
 * the units see nothing that leads to the reporter.
 */
export function recordFor(ticket: TicketRecord, viewer: Actor | 'public', pack: CityPack): TicketRecord {
  const audience = audienceOf(viewer, ticket, pack.units);
  const { call } = ticket;
  const may = (field: Parameters<typeof sees>[0]) => sees(field, audience, ticket, pack, viewer);
  const own = viewer === 'public' ? '' : viewer.id;
  const isOne = audience === 'applicant';
  const applicant = isOne ? (call.applicant === own ? own : null) : may('applicants') ? call.applicant : null;
  const applicants = isOne ? call.applicants.filter(({ id }) => id === own) : may('applicants') ? call.applicants : [];
  const { district, street } = call.place;
  const place = may('address')
    ? call.place
    : {
        ...(may('area') && district !== undefined ? { district } : {}),
        ...(may('area') && street !== undefined ? { street } : {}),
      };
  return {
    ...ticket,
    requests: may('applicants') ? ticket.requests : [],
    rating: may('applicants') ? ticket.rating : withoutWords(ticket.rating),
    call: {
      ...call,
      content: may('content') ? call.content : '',
      matter: may('matter') ? call.matter : null,
      place,
      applicant,
      applicants,
      reference: may('source') ? call.reference : null,
      line: may('source') ? call.line : null,
    },
  };
}

/** How the citizen judged, without what they wrote. */
function withoutWords(rating: TicketRecord['rating']): TicketRecord['rating'] {
  if (rating === null) return null;
  const { solved, satisfaction, contacted } = rating;
  return { solved, satisfaction, contacted };
}
