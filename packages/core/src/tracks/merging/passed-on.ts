import { type CityPack, choose } from '@hotline-kit/rules';
import { factsOfTicket } from '../../dispatch/facts-of-ticket.js';
import { isDraft } from '../../privacy/visible-fields.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import type { ReplyRecord } from '../reply/declaration.js';

/**
 * The answer of a root as it is that of a repeat too: once it was given, and where the procedure answers the caller of
 * each. Nothing of a root whose reporter is protected is told to others.
 */
export function replyPassedOn(repeat: TicketRecord, root: TicketRecord, pack: CityPack): ReplyRecord | null {
  const { reply, absorbed, call } = root;
  if (reply === null || isDraft(root) || call.confidential || !absorbed.includes(repeat.id)) return null;
  const answer = choose(pack.procedure.merging?.answer, factsOfTicket(root, pack, root.updatedAt));
  return answer === 'root' ? null : reply;
}
