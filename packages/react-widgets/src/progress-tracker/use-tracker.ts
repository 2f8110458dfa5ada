import type { ClockView, TicketView } from '@hotline-kit/core/view';

/** A ticket's progress, without any element. */
export interface Tracker {
  /** Index of the step that is under way, -1 for none: at most one, whatever the data says. */
  readonly current: number;
  /** Clocks that have not ended, the most urgent first: overdue, then the nearest due, then paused. */
  readonly clocks: readonly ClockView[];
}

/** Sort key: paused clocks come after all that run. */
const urgency = ({ state, dueAt }: ClockView) => Date.parse(dueAt) + (state === 'paused' ? 1e15 : 0);

/**
 * Prepares a ticket's view for being shown as progress.
 *
 * @example
 * const { current, clocks } = useTracker(view)
 * view.steps[current]?.text.zh // '办理中'
 */
export function useTracker({ steps, clocks }: TicketView): Tracker {
  return {
    current: steps.findIndex(({ status }) => status === 'current'),
    clocks: clocks
      .filter(({ state }) => state !== 'met' && state !== 'cancelled')
      .sort((a, b) => urgency(a) - urgency(b)),
  };
}
