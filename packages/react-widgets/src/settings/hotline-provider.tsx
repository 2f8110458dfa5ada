import type { ReactNode } from 'react';
import type { Ticker } from '../ticker.js';
import type { DayName } from '../time/date-text.js';
import { type OwnSettings, SettingsContext, useProvided, useSettings } from './settings.js';
import { useLiveRegion } from './use-live-region.js';

/** Props of `HotlineProvider`. */
export interface HotlineProviderProps extends OwnSettings {
  /** Names holidays and make-up workdays beside dates: `(date) => date === '2026-02-28' ? '调休上班' : undefined`. */
  readonly dayName?: DayName | undefined;
  /** The clock of all widgets inside. Default: one for the page, set by the views' own instants. */
  readonly ticker?: Ticker | undefined;
  /** Minutes that are left when a screen reader is told. Default `[30, 10, 5, 1]`; overdue is always told. */
  readonly announceAt?: readonly number[] | undefined;
  readonly children: ReactNode;
}

/**
 * Settings for all widgets inside, and the one live region through which their countdowns speak. Optional: without it
 * each widget has the defaults.
 *
 * @example
 * <HotlineProvider locale={en} appearance={{ elder: true }}>…</HotlineProvider>
 */
export function HotlineProvider({ dayName, ticker, announceAt, children, ...own }: HotlineProviderProps) {
  const [settings] = useSettings(own);
  const { say, region } = useLiveRegion(settings);
  const value = useProvided(settings, { dayName, ticker, announceAt, say });
  return (
    <SettingsContext.Provider value={value}>
      {children}
      {region}
    </SettingsContext.Provider>
  );
}
