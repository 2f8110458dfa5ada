import { type CityPack, choose, type TicketFacts } from '@hotline-kit/rules';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import type { Answers } from './declaration.js';

/**
 * Whom the answer reaches beside the one who called, as the procedure says: each applicant or those who speak for them,
 * the callers of merged repeats, and the parts of a split ticket where they are answered together.
 */
export function answersOf(
  ticket: TicketRecord,
  facts: TicketFacts,
  { procedure }: CityPack,
): { readonly answers?: Answers } {
  const { applicants: all, splitFrom } = ticket.call;
  const onlySpeakers = choose(procedure.applicants?.answer, facts) === 'representatives';
  const speakers = all.filter(({ representative }) => representative === true);
  const applicants = (onlySpeakers && speakers.length > 0 ? speakers : all).map(({ id }) => id);
  const repeats = choose(procedure.merging?.answer, facts) === 'root' ? [] : ticket.absorbed;
  const together = choose(procedure.splitting?.answer, facts) === 'together';
  const tickets = [...repeats, ...(together ? ticket.parts : [])];
  const answers = {
    ...(applicants.length === 0 ? {} : { applicants }),
    ...(tickets.length === 0 ? {} : { tickets }),
    ...(together && splitFrom !== null ? { together: splitFrom } : {}),
  };
  return Object.keys(answers).length === 0 ? {} : { answers };
}
