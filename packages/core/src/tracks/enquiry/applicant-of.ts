import type { Actor } from '../../ticket/actor.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';

/**
 * On whose behalf something is asked: an applicant asks for nobody else; others for the one whom they name, else for the
 * first; null where the ticket knows none.
 */
export function applicantOf(ticket: TicketRecord, { id }: Actor, named: string | undefined): string | null {
  const all = applicantIds(ticket);
  return all.find((each) => each === id) ?? named ?? all[0] ?? null;
}

/** The applicants of a ticket by the host's own ids, each once. */
export function applicantIds({ call: { applicant, applicants } }: TicketRecord): readonly string[] {
  const ids = applicants.map(({ id }) => id);
  return [...new Set(applicant === null ? ids : [applicant, ...ids])];
}
