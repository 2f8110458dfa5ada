import type { ClockView } from '@hotline-kit/core/view';
import { useMemo } from 'react';
import { fill } from '../messages/fill.js';
import { type OwnSettings, type SettingsWith, useSettings } from '../settings/settings.js';
import { epochOf, type InstantInput } from '../ticker.js';
import { clockReader } from '../time/clock-moment.js';
import { dateText } from '../time/date-text.js';
import { useTicking } from '../use-ticking.js';
import { type ClockMessages, clockZh } from './clock-messages.js';
import { daysText, durationText } from './duration-text.js';

/** Where a countdown takes its time from. */
export interface CountdownTime {
  /** A standing instant: the countdown does not tick. For print, pictures and hosts with a time of their own. */
  readonly now?: InstantInput | undefined;
  /** The server's instant that the clock is of (`view.asOf`): the countdown starts there and ticks on. */
  readonly serverNow?: InstantInput | undefined;
}

/** Options of `useCountdown`. */
export interface CountdownOptions extends CountdownTime, OwnSettings {}

/** A clock in words, as it stands this second. */
export interface Countdown {
  readonly state: ClockView['state'];
  /** Running, and a warning's instant has come. */
  readonly warned: boolean;
  /** What is left, or by how much it is late: `剩 1 小时 20 分`. */
  readonly text: string;
  /** Until when: `今天 16:30 前`; '' once cancelled, and during a pause, which moves it. */
  readonly due: string;
  /** Used share of the term, 0 to 100, whole. */
  readonly percent: number;
  /** How many of the thresholds for announcements have passed, being overdue included. */
  readonly passed: number;
}

type ClockSettings = SettingsWith<ClockMessages>;

/** Reads a clock into words: JSON text, so that it equals itself as long as nothing that is shown has changed. */
function countdownReader(clock: ClockView, asOf: number | undefined, settings: ClockSettings) {
  const { messages, timeZone, announceAt } = settings;
  const { late } = clock;
  const read = clockReader(clock, timeZone, asOf);
  return (now: number | undefined): string => {
    const { state, time, working, days, warned, used } = read(now);
    const lateKey = late && (state === 'met' || state === 'paused') ? 'Late' : '';
    const length = durationText(time, working, messages);
    const countdown: Countdown = {
      state,
      warned,
      text: fill(messages[`clock.${state}${lateKey}` as 'clock.metLate'], {
        time:
          days > 0
            ? daysText(days, 'workingDays', messages)
            : working
              ? fill(messages.workingTime, { time: length })
              : length,
      }),
      due:
        state === 'cancelled' || state === 'paused'
          ? ''
          : fill(messages.due, { date: dateText(Date.parse(clock.dueAt), now, settings) }),
      percent: Math.round(used * 100),
      passed:
        state === 'breached'
          ? announceAt.length + 1
          : announceAt.filter((minutes) => state === 'running' && days === 0 && time <= minutes * 60_000).length,
    };
    return JSON.stringify(countdown);
  };
}

/** `useCountdown` with settings at hand. */
export function useCountdownIn(
  settings: ClockSettings,
  clock: ClockView,
  now: InstantInput | undefined,
  serverNow: InstantInput | undefined,
): Countdown {
  const fixedNow = epochOf(now);
  const started = epochOf(serverNow);
  const asOf = started ?? fixedNow;
  const select = useMemo(() => countdownReader(clock, asOf, settings), [clock, asOf, settings]);
  return JSON.parse(useTicking(settings.ticker, fixedNow, started, select));
}

/**
 * A deadline that counts down, in words, without any element. All countdowns share one timer; a component renders
 * again only when its text changes.
 *
 * @example
 * const { state, text, due } = useCountdown(clock, { serverNow: view.asOf })
 * // state 'running', text '剩 20 分', due '今天 10:32 前'
 */
export function useCountdown(clock: ClockView, options: CountdownOptions = {}): Countdown {
  const [settings] = useSettings(options, clockZh);
  return useCountdownIn(settings, clock, options.now, options.serverNow);
}
