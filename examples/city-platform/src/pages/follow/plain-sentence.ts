import type { TicketView } from '@hotline-kit/core/view';
import type { Texts } from '../../texts/texts.js';
import { shortTime } from '../time-text.js';

/** Where a ticket stands, in the words of daily life: who has it, and by when. */
export function plainSentence({ state, holder, clocks }: TicketView, texts: Texts): string {
  const { follow, language } = texts;
  if (holder === undefined) return follow.received;
  const unit = holder.name[language];
  const running = (...ids: string[]) => clocks.find(({ id, state: now }) => ids.includes(id) && now === 'running');
  switch (state) {
    case 'dispatched':
      return follow.dispatched(unit);
    case 'signed':
    case 'handling':
    case 'pendingApproval': {
      const promise = running('promise', 'ordinaryPromise');
      if (promise) return follow.promised(unit, shortTime(promise.dueAt, texts));
      const handle = running('handle');
      return handle ? follow.latest(unit, shortTime(handle.dueAt, texts)) : follow.handling(unit);
    }
    case 'replied':
      return follow.replied(unit);
    case 'calledBack':
      return follow.calledBack;
    case 'closed':
      return follow.closed;
    default:
      return follow.received;
  }
}
