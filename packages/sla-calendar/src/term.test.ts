import { expect, test } from 'vitest';
import { chinaCalendar } from './china-calendar.js';
import { dueDate } from './due-date.js';
import { InvalidTermError } from './errors.js';
import { parseTerm, termSchema } from './term.js';

const kinds: readonly unknown[] = [
  { kind: 'elapsed', amount: 30, unit: 'minute' },
  { kind: 'workingTime', amount: 0.5, unit: 'hour', startAt: 'nextOpening', boundary: 'nextStart' },
  { kind: 'workingDays', amount: 13, startDay: { excludedIfAfter: '16:00' }, end: 'dayLengths' },
  { kind: 'naturalDays', amount: 7, roll: 'none', end: 'endOfDay' },
  { kind: 'naturalMonths', amount: 3, startDay: 'included' },
  { kind: 'sameDay', cutoff: '16:00' },
  { kind: 'nextDay', end: 'endOfDay', roll: 'none' },
  { kind: 'fixed', at: '2026-03-09' },
  { kind: 'fixed', at: '2026-03-09T17:30:00+08:00' },
];

test.each(kinds)('accepts %j as it is', (term) => {
  expect(parseTerm(term)).toEqual(term);
});

test.each([
  [{ kind: 'weeks', amount: 1 }, '/kind'],
  [{ kind: 'elapsed', amount: 0, unit: 'hour' }, '/amount'],
  [{ kind: 'elapsed', amount: 1, unit: 'day' }, '/unit'],
  [{ kind: 'workingDays', amount: 1.5 }, '/amount'],
  [{ kind: 'workingDays', amount: 1, unit: 'hour' }, '/'],
  [{ kind: 'workingDays', amount: 1, startDay: { excludedIfAfter: '25:00' } }, '/startDay'],
  [{ kind: 'naturalDays', amount: 1, end: 'dayLengths' }, '/end'],
  [{ kind: 'sameDay', cutoff: '16' }, '/cutoff'],
  [{ kind: 'fixed', at: '2026-03-09T17:30:00' }, '/at'],
  [{ kind: 'fixed', at: '2026-02-30' }, '/at'],
  [null, '/'],
])('refuses %j at %s', (term, pointer) => {
  const refused = () => parseTerm(term);
  expect(refused).toThrow(InvalidTermError);
  expect(refused).toThrow(new RegExp(`^${pointer}`));
});

test('a term that no schema has seen is refused where it is counted', () => {
  const count = (term: unknown) => () => dueDate(term as never, 0, chinaCalendar({ onMissingYear: 'provisional' }));
  expect(count({ kind: 'weeks', amount: 1 })).toThrow(InvalidTermError);
  expect(count({ kind: 'workingDays', amount: Number.NaN })).toThrow(InvalidTermError);
  expect(count({ kind: 'workingDays', amount: -1 })).toThrow(InvalidTermError);
  expect(count({ kind: 'elapsed', amount: 1, unit: 'week' })).toThrow(InvalidTermError);
  expect(count({ kind: 'naturalDays', amount: 1, end: 'dayLengths' })).toThrow(InvalidTermError);
});

test('the schema describes itself as JSON Schema for editors', async () => {
  const { toJSONSchema } = await import('zod');
  expect(() => toJSONSchema(termSchema)).not.toThrow();
});
