import { expect, test } from 'vitest';
import { readAsOf } from './as-of.js';
import { ReplayError } from './replay-error.js';

const zone = 'America/New_York';

test('local time of the zone, or an instant with its offset', () => {
  expect(readAsOf('2011-12-31 19:00:00', zone).toISOString()).toBe('2012-01-01T00:00:00.000Z');
  expect(readAsOf('2012-01-01T08:00:00+08:00', zone).toISOString()).toBe('2012-01-01T00:00:00.000Z');
});

test('anything else is refused', () => {
  for (const text of ['', 'tomorrow', '2011-12-31', '2011-12-31 25:00:00']) {
    expect(() => readAsOf(text, zone)).toThrow(ReplayError);
  }
});
