import type { Audience } from '../privacy/audience.js';
import type { TicketEvent } from '../ticket/event.js';

/**
 * What an event rests on, for staff: the article of the decision that it carries, then those that permit its command,
 * joined by `；`. Nothing for others, and where none is cited.
 */
export function citedBy({ data }: Pick<TicketEvent, 'data'>, audience: Audience): { readonly article?: string } {
  if (audience === 'applicant' || audience === 'citizenSupervisor' || audience === 'public') return {};
  const { article, articles = [] } = data as {
    readonly article?: string | null;
    readonly articles?: readonly string[];
  };
  const cited = new Set([...(article ? [article] : []), ...articles]);
  return cited.size === 0 ? {} : { article: [...cited].join('；') };
}
