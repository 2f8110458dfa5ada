import { toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { strictObject } from './diagnostic/strict-object.js';
import { ALWAYS, type Period } from './effective-period.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_IN_MILLISECONDS = 86_400_000;

const dateOrInstant = z.string().refine((text) => startOf(text) !== undefined, {
  message: 'A date "2023-07-01" (its start in China, +08:00) or an instant with offset is needed',
});

/**
 * When a document or a rule is in force. A date means the whole day in China (+08:00), so `to` is the last day in
 * force; an instant with offset means that instant, and `to` is then exclusive.
 */
export const effectiveSchema = strictObject({ from: dateOrInstant, to: dateOrInstant.exactOptional() }).refine(
  ({ from, to }) => to === undefined || periodOf({ from, to }).from < periodOf({ from, to }).to,
  { message: '"to" lies before "from"', path: ['to'] },
);

/** When a document or a rule is in force. */
export type Effective = Readonly<z.output<typeof effectiveSchema>>;

/**
 * The instants between which something is in force.
 *
 * @example
 * periodOf({ from: '2023-07-01', to: '2023-12-31' });
 * // from 2023-06-30T16:00Z up to, and without, 2023-12-31T16:00Z
 */
export function periodOf(effective: { readonly from: string; readonly to?: string }): Period {
  const { from, to } = effective;
  return {
    from: startOf(from) ?? ALWAYS.from,
    to: to === undefined ? ALWAYS.to : (startOf(to) ?? ALWAYS.to) + (DATE.test(to) ? DAY_IN_MILLISECONDS : 0),
  };
}

function startOf(text: string): number | undefined {
  try {
    const instant = toEpochMilliseconds(DATE.test(text) ? `${text}T00:00:00+08:00` : text);
    return instant;
  } catch {
    return undefined;
  }
}
