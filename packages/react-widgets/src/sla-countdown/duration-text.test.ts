import { expect, test } from 'vitest';
import { en, zhCN } from '../index.js';
import { daysText, durationText } from './duration-text.js';

test.each([
  [0, '0 秒', '0 s'],
  [59_999, '59 秒', '59 s'],
  [60_000, '1 分', '1 min'],
  [3_599_999, '59 分', '59 min'],
  [3_600_000, '1 小时', '1 h'],
  [4_859_000, '1 小时 20 分', '1 h 20 min'],
  [86_400_000, '1 天', '1 day'],
  [2 * 86_400_000 + 3_600_000 + 1_800_000, '2 天 1 小时', '2 days 1 h'],
])('%i ms is %s: two units at most, rounded down', (milliseconds, zh, english) => {
  expect(durationText(milliseconds, false, zhCN)).toBe(zh);
  expect(durationText(milliseconds, false, en)).toBe(english);
});

test('working time is never summed into days of 24 hours', () => {
  expect(durationText(26 * 3_600_000 + 60_000, true, zhCN)).toBe('26 小时 1 分');
});

test('one working day and several', () => {
  expect(daysText(1, 'workingDays', en)).toBe('1 working day');
  expect(daysText(2, 'workingDays', en)).toBe('2 working days');
  expect(daysText(1, 'workingDays', zhCN)).toBe('1 个工作日');
});
