import type { ClockView } from '@hotline-kit/core/view';
import { forwardRef, type HTMLAttributes, useEffect, useRef } from 'react';
import { useWidget, type WidgetProps } from '../settings/use-widget.js';
import { Shape } from '../shape.js';
import { clockZh } from './clock-messages.js';
import { type CountdownTime, useCountdownIn } from './use-countdown.js';

/** Parts of `SlaCountdown` that take a class name. */
export type SlaCountdownPart = 'title' | 'value' | 'bar' | 'due' | 'note';

/** Props of `SlaCountdown`; every other attribute goes to its outermost element. */
export interface SlaCountdownProps
  extends CountdownTime,
    WidgetProps<SlaCountdownPart>,
    Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  /** One of `view.clocks`. */
  readonly clock: ClockView;
}

/**
 * One deadline: what runs, how much is left and until when. Its `role="timer"` is silent: a deadline that spoke each
 * second would never let anybody work. A polite live region speaks at thresholds only.
 *
 * Outermost element: `data-state="running|paused|met|breached|cancelled"`, `data-warned` when a warning has come,
 * `data-late` when it was stopped or paused after its due instant.
 *
 * @example
 * <SlaCountdown clock={view.clocks[0]} serverNow={view.asOf} />
 * // 联系群众  剩 12 分 · 今天 09:32 前
 */
export const SlaCountdown = /* @__PURE__ */ forwardRef<HTMLDivElement, SlaCountdownProps>(function SlaCountdown(
  { clock, now, serverNow, ...props },
  ref,
) {
  const { settings, messages, root, part, text: textOf, say, region } = useWidget('clock', props, clockZh);
  const { state, warned, text, due, percent, passed } = useCountdownIn(settings, clock, now, serverNow);
  const title = textOf(clock.title);
  const ended = state === 'met' || state === 'cancelled';
  const provisional = clock.certainty === 'provisional' && !ended;

  const told = useRef(passed);
  useEffect(() => {
    if (passed > told.current) say(`${title} ${text}`);
    told.current = passed;
  });

  return (
    <div {...root} ref={ref} data-state={state} data-warned={warned || undefined} data-late={clock.late || undefined}>
      <span className={part('title')}>{title}</span>
      <span className={part('value')}>
        <Shape name={warned ? 'warned' : state} />
        <span role="timer">{text}</span>
      </span>
      {!ended && (
        <svg className={part('bar')} aria-hidden="true">
          <rect width="100%" height="100%" />
          <rect className="hk-clock-used" width={`${percent}%`} height="100%" />
        </svg>
      )}
      {due && (
        <div className={part('due')}>
          {warned && <strong>{messages.dueSoon}</strong>}
          <time dateTime={clock.dueAt}>{due}</time>
        </div>
      )}
      {provisional && <div className={part('note')}>{messages.provisional}</div>}
      {region}
    </div>
  );
});
