import { createContext, useContext, useMemo } from 'react';
import { type CommonMessages, commonZh } from '../messages/common.js';
import type { Messages } from '../messages/messages.js';
import { sharedTicker, type Ticker } from '../ticker.js';
import type { DayName } from '../time/date-text.js';
import type { Appearance } from './appearance.js';

/** What one widget may set for itself, over the settings of `HotlineProvider`. */
export interface OwnSettings {
  readonly appearance?: Appearance | undefined;
  /** All texts of a language. Default `zhCN`. */
  readonly locale?: Messages | undefined;
  /** Single texts that differ from the locale. */
  readonly messages?: Readonly<Partial<Messages>> | undefined;
  /** IANA zone in which dates and times are told. Default `Asia/Shanghai`. */
  readonly timeZone?: string | undefined;
}

/** The settings around a widget. */
export interface Settings {
  readonly appearance: Appearance;
  /** What is said otherwise than in a widget's own Chinese. */
  readonly messages: Readonly<Partial<Messages>>;
  readonly timeZone: string;
  readonly dayName?: DayName | undefined;
  readonly ticker: Ticker;
  /** Minutes that are left when a screen reader is told. */
  readonly announceAt: readonly number[];
  /** Speaks through the live region around; `undefined` where none is. */
  readonly say?: ((text: string) => void) | undefined;
}

/** The settings around a widget; here the defaults. */
export const SettingsContext = /* @__PURE__ */ createContext<Settings>({
  appearance: {},
  messages: {},
  timeZone: 'Asia/Shanghai',
  ticker: sharedTicker,
  announceAt: [30, 10, 5, 1],
});

/** Settings with all texts that a widget says. */
export type SettingsWith<Texts> = Omit<Settings, 'messages'> & {
  readonly messages: CommonMessages & Texts;
};

/**
 * The settings around, with a widget's own laid over them; and the props that are no settings.
 *
 * @param texts What the widget says by default beside the common words; the same object each time.
 */
export function useSettings<Props extends OwnSettings, Texts>(
  { appearance, locale, messages, timeZone, ...rest }: Props,
  texts?: Texts,
): readonly [SettingsWith<Texts & Readonly<Partial<Messages>>>, Omit<Props, keyof OwnSettings>] {
  const around = useContext(SettingsContext);
  const settings = useMemo(
    () => ({
      ...around,
      appearance: { ...around.appearance, ...appearance },
      messages: { ...commonZh, ...(texts as Texts), ...(locale ?? around.messages), ...messages },
      timeZone: timeZone ?? around.timeZone,
    }),
    [around, appearance, locale, messages, timeZone, texts],
  );
  return [settings, rest];
}

/** Settings for the widgets inside a provider; the same object while nothing in them changes. */
export function useProvided(
  settings: Settings,
  {
    dayName,
    ticker,
    announceAt,
    say,
  }: { readonly [Key in Exclude<keyof Settings, keyof OwnSettings>]: Settings[Key] | undefined },
): Settings {
  return useMemo(
    () => ({
      ...settings,
      dayName: dayName ?? settings.dayName,
      ticker: ticker ?? settings.ticker,
      announceAt: announceAt ?? settings.announceAt,
      say,
    }),
    [settings, dayName, ticker, announceAt, say],
  );
}
