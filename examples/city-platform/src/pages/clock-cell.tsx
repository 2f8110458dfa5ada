import type { ClockView } from '@hotline-kit/core/view';
import { useCountdown } from '@hotline-kit/react-widgets/hooks';
import { useHost } from './host.js';

/** A deadline in two short lines, counting down. */
export function ClockCell({ clock, asOf }: { readonly clock: ClockView; readonly asOf: string }) {
  const { language } = useHost().texts;
  const { state, warned, text, due } = useCountdown(clock, { serverNow: asOf });
  return (
    <span className="cp-clock" data-state={warned ? 'warned' : state}>
      <span className="cp-clock-value">
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <path d={shapes[warned ? 'warned' : state] ?? shapes.running} />
        </svg>
        {text}
      </span>
      <span className="cp-second">
        {clock.title[language]} · {due}
      </span>
    </span>
  );
}

const shapes: Readonly<Record<string, string>> = {
  running: 'M7 1a6 6 0 1 0 0 12A6 6 0 1 0 7 1Z M7 3.8V7l2.3 1.4',
  warned: 'M7 1.5 13 12.5H1Z M7 5.5v3.5 M7 10.8v.2',
  breached: 'M4.5 1h5L13 4.5v5L9.5 13h-5L1 9.5v-5Z M4 7h6',
  paused: 'M7 1a6 6 0 1 0 0 12A6 6 0 1 0 7 1Z M5.5 4.8v4.4 M8.5 4.8v4.4',
};
