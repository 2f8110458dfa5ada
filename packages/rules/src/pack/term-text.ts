import { type Term, termSchema } from '@hotline-kit/sla-calendar';

const UNITS: Readonly<Record<string, (amount: number) => unknown>> = {
  workingDays: (amount) => ({ kind: 'workingDays', amount }),
  naturalDays: (amount) => ({ kind: 'naturalDays', amount }),
  naturalMonths: (amount) => ({ kind: 'naturalMonths', amount }),
  workingHours: (amount) => ({ kind: 'workingTime', amount, unit: 'hour' }),
  hours: (amount) => ({ kind: 'elapsed', amount, unit: 'hour' }),
  minutes: (amount) => ({ kind: 'elapsed', amount, unit: 'minute' }),
};

const CHINESE: Readonly<Record<string, string>> = {
  个工作日: 'workingDays',
  工作日: 'workingDays',
  个自然日: 'naturalDays',
  自然日: 'naturalDays',
  日: 'naturalDays',
  天: 'naturalDays',
  个月: 'naturalMonths',
  个工作小时: 'workingHours',
  小时: 'hours',
  分钟: 'minutes',
};

/** How a limit may be written in a cell of a table. */
export const TERM_TEXTS = [
  '5 workingDays',
  '15 naturalDays',
  '1 naturalMonths',
  '4 workingHours',
  '24 hours',
  '5个工作日',
  '2026-03-31',
];

/**
 * Reads a limit from a cell of a table: an amount and its unit, or a date, on whose last moment it is due.
 *
 * @example
 * termOfText('5个工作日'); // { kind: 'workingDays', amount: 5 }
 * termOfText('2026-03-31'); // { kind: 'fixed', at: '2026-03-31' }
 */
export function termOfText(text: string): Term | undefined {
  const [, digits, word = ''] = /^([0-9]{1,6}(?:\.[0-9]{1,3})?) ?(\p{L}{1,14})$/u.exec(text) ?? [];
  const unit = Object.hasOwn(CHINESE, word) ? CHINESE[word] : word;
  const raw =
    digits === undefined
      ? { kind: 'fixed', at: text }
      : unit !== undefined && Object.hasOwn(UNITS, unit)
        ? UNITS[unit]?.(Number(digits))
        : undefined;
  const read = termSchema.safeParse(raw);
  return read.success ? read.data : undefined;
}
