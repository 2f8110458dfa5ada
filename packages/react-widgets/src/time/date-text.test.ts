import { describe, expect, test } from 'vitest';
import { en, zhCN } from '../index.js';
import { dateText } from './date-text.js';

const at = (text: string) => Date.parse(`${text}+08:00`);
const now = at('2023-07-10T10:12:00');
const zh = { messages: zhCN, timeZone: 'Asia/Shanghai' };
const english = { messages: en, timeZone: 'Asia/Shanghai' };

describe('a date', () => {
  test.each([
    ['2023-07-10T10:32:00', '今天 10:32', 'today 10:32'],
    ['2023-07-11T00:00:00', '明天 00:00', 'tomorrow 00:00'],
    ['2023-07-09T23:59:00', '7月9日(周日)23:59', 'Sun 9 Jul, 23:59'],
    ['2023-07-12T17:30:00', '7月12日(周三)17:30', 'Wed 12 Jul, 17:30'],
    ['2024-01-05T17:30:00', '2024年1月5日(周五)17:30', 'Fri 5 Jan 2024, 17:30'],
  ])('%s', (text, chinese, englishText) => {
    expect(dateText(at(text), now, zh)).toBe(chinese);
    expect(dateText(at(text), now, english)).toBe(englishText);
  });

  test('has its year and no name of a near day where now is not known', () => {
    expect(dateText(now, undefined, zh)).toBe('2023年7月10日(周一)10:12');
  });

  test('is not called today in a text that stands while the days go by', () => {
    expect(dateText(now, now, zh, true)).toBe('7月10日(周一)10:12');
  });

  test('names make-up workdays and holidays beside the weekday, today too', () => {
    const dayName = (date: string) => (date === '2023-07-10' ? '调休上班' : undefined);
    expect(dateText(now, now, { ...zh, dayName })).toBe('7月10日(周一 · 调休上班)10:12');
    expect(dateText(now, now, { ...english, dayName: () => 'holiday' })).toBe('Mon · holiday 10 Jul, 10:12');
  });

  test('is told in the zone asked for', () => {
    expect(dateText(now, now, { ...zh, timeZone: 'America/New_York' })).toBe('今天 22:12');
  });
});
