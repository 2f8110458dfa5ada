import { approversOf, type CityPack, replyKind, type TicketFacts } from '@hotline-kit/rules';
import type { ReplyEffect } from './declaration.js';

type ReplyData = { readonly kind?: string };

/** What a reply does to the ticket, by its kind; where the pack lists none, every reply is final. */
export function effectOf(data: ReplyData, facts: TicketFacts, { procedure }: CityPack): ReplyEffect {
  return replyKind(procedure, facts, data)?.effect ?? 'replies';
}

/** Whether somebody has to approve it: the approvers of its kind, else those of the section. */
export function needsApproval(data: ReplyData, facts: TicketFacts, { procedure }: CityPack): boolean {
  const kind = replyKind(procedure, facts, data)?.id;
  return approversOf(procedure, 'reply', kind === undefined ? facts : { ...facts, replyKind: kind }).length > 0;
}
