import { type Instant, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import { HotlineError } from '../errors.js';
import type { IsoInstant } from '../ticket/instant.js';
import { type Refusal, refuse } from '../ticket/refusal.js';

/** The years that a log takes: seconds that are taken for milliseconds lie before, the reverse far behind. */
const years = { from: 1980, until: 2100 } as const;
const [earliest, latest] = [Date.UTC(years.from), Date.UTC(years.until)];

/** By how much clocks of machines may differ, in milliseconds. */
const skew = 24 * 3_600_000;

/**
 * The instant of what is written. A log keeps it for ever, and everything that is due by then is fired.
 * @throws HotlineError `instantOutOfRange`
 */
export function writtenAt(at: Instant): IsoInstant {
  const milliseconds = toEpochMilliseconds(at);
  if (milliseconds >= earliest && milliseconds < latest) return new Date(milliseconds).toISOString();
  const text = new Date(milliseconds).toISOString();
  throw new HotlineError(
    'instantOutOfRange',
    {
      zh: `时刻“${text}”不在 ${years.from} 年至 ${years.until - 1} 年之间`,
      en: `the instant "${text}" is not within the years ${years.from} to ${years.until - 1}`,
    },
    {
      fix: {
        zh: '请核对年份；数字应为毫秒，不是秒',
        en: 'check the year, and that a number is of milliseconds, not of seconds',
      },
    },
  );
}

/** The refusal of what is said to have been done before the ticket was there; clocks may be off by a day. */
export function beforeRegistration(
  at: IsoInstant,
  registeredAt: IsoInstant,
): { ok: false; refusal: Refusal } | undefined {
  if (at >= registeredAt || Date.parse(at) >= Date.parse(registeredAt) - skew) return undefined;
  const zh = `所填时刻 ${at} 早于工单登记 ${registeredAt}`;
  return refuse('beforeRegistration', zh, `${at} is before the ticket was registered, ${registeredAt}`, {
    remedy: { zh: '请核对时刻和本机时钟', en: 'check the instant, and the clock of the machine that gave it' },
  });
}
