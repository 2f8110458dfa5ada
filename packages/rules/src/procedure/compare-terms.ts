import { type Term, termSchema } from '@hotline-kit/sla-calendar';

const SECONDS = { second: 1, minute: 60, hour: 3600 } as const;

/**
 * Whether an asked term is longer than a limit. Terms of different kinds cannot be compared without a calendar and a
 * start: five working days may be longer or shorter than seven natural days.
 *
 * @example
 * exceeds({ kind: 'workingDays', amount: 6 }, { kind: 'workingDays', amount: 5 }); // true
 */
export function exceeds(asked: unknown, limit: Term): boolean | 'incomparable' {
  const read = termSchema.safeParse(asked);
  if (!read.success || read.data.kind !== limit.kind) return 'incomparable';
  const [left, right] = [lengthOf(read.data), lengthOf(limit)];
  return left === undefined || right === undefined ? 'incomparable' : left > right;
}

function lengthOf(term: Term): number | undefined {
  if (term.kind === 'elapsed' || term.kind === 'workingTime') return term.amount * SECONDS[term.unit];
  return 'amount' in term ? term.amount : undefined;
}
