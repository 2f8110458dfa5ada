import type { TicketView } from '@hotline-kit/core/view';

/** Whether core showed the viewer more than where the ticket stands: of a stranger it keeps what happened. */
export function isKnown(view: TicketView): boolean {
  return view.timeline.length > 0;
}
