import type { TicketView } from '@hotline-kit/core/view';
import type { TicketFile } from '../../screens/staff-ticket.js';
import { useHost } from '../host.js';

/** Why the ticket went to this unit: the rule, the line of the list or the person that said so, and the article. */
export function RoutingReason({
  reason,
  view,
}: {
  readonly reason: NonNullable<TicketFile['reason']>;
  readonly view: TicketView;
}) {
  const { ticket, language, queue } = useHost().texts;
  const matter = view.matter?.name[language] ?? queue.noMatter;
  const why = {
    rule: () => ticket.whyRule(reason.title ?? reason.rule ?? ''),
    list: () => ticket.whyList(reason.line ?? 0, matter),
    person: () => ticket.whyPerson,
    fallback: () => ticket.whyFallback,
  }[reason.via]();
  return (
    <span className="cp-why">
      {why}
      {reason.article ? <span className="cp-article">{ticket.article(reason.article)}</span> : null}
    </span>
  );
}
