import type { TicketView } from '@hotline-kit/core/view';
import { useHost } from './host.js';

/** Urgent, supervised: a word, a shape and a colour each. */
export function Marks({ urgent, supervision }: Pick<TicketView, 'urgent' | 'supervision'>) {
  const { queue } = useHost().texts;
  if (!urgent && supervision === 0) return null;
  return (
    <span className="cp-marks">
      {urgent ? (
        <span className="cp-mark" data-kind="urgent">
          <svg viewBox="0 0 14 14" aria-hidden="true">
            <path d="M7 1.5 13 12.5H1Z M7 5.5v3.5 M7 10.8v.2" />
          </svg>
          {queue.urgent}
        </span>
      ) : null}
      {supervision > 0 ? (
        <span className="cp-mark" data-kind="supervised">
          <svg viewBox="0 0 14 14" aria-hidden="true">
            <path d="M4.5 1h5L13 4.5v5L9.5 13h-5L1 9.5v-5Z M4 7h6" />
          </svg>
          {queue.supervision[(supervision as 1 | 2 | 3) - 1]}
        </span>
      ) : null}
    </span>
  );
}
