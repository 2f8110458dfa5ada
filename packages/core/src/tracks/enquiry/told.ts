import { type CityPack, choose, type EnquiryPart, type TicketFacts } from '@hotline-kit/rules';
import type { TicketRecord } from '../../ticket/ticket-record.js';

/** How each part is read off a ticket; nothing where it is not there yet. */
const parts: Readonly<Record<EnquiryPart, (ticket: TicketRecord) => string | null | undefined>> = {
  number: ({ number }) => number,
  state: ({ state }) => state,
  matter: ({ call }) => call.matter,
  holder: ({ lead }) => lead,
  registeredAt: ({ registeredAt }) => registeredAt,
  dueAt: ({ clocks }) => (clocks.handle?.stoppedAt === null ? clocks.handle.dueAt : undefined),
  reply: (ticket) => givenReply(ticket),
  closedAt: ({ closedAt }) => closedAt,
};

/** What the public may know of any ticket, and of one that is not confidential besides. */
const PUBLIC: readonly EnquiryPart[] = ['number', 'state'];
const PUBLIC_UNLESS_CONFIDENTIAL: readonly EnquiryPart[] = ['matter', 'holder'];

/** The answer to an enquiry, drawn from the ticket: what the procedure lets be told, else what is public. */
export function toldOf(
  ticket: TicketRecord,
  facts: TicketFacts,
  { procedure }: CityPack,
): Readonly<Partial<Record<EnquiryPart, string>>> {
  const usual = ticket.call.confidential ? PUBLIC : [...PUBLIC, ...PUBLIC_UNLESS_CONFIDENTIAL];
  const shown = choose(procedure.enquiry?.shows, facts) ?? usual;
  return Object.fromEntries(
    shown.flatMap((part) => {
      const value = parts[part](ticket);
      return value === null || value === undefined ? [] : [[part, value]];
    }),
  );
}

/** The last reply that the citizen has had: not one that waits for approval. */
function givenReply({ state, reply, interimReplies }: TicketRecord): string | undefined {
  const isGiven = reply !== null && state !== 'pendingApproval' && state !== 'handling';
  return (isGiven ? reply : interimReplies.at(-1))?.result;
}
