import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADDED_TESTS } from './added-tests.js';

const { containsText, startsWith, endsWith, matchesGlob, dateBefore, dateAfter, sameDate } = ADDED_TESTS;

describe('operators on texts', () => {
  it('compare texts only: of anything else they are false', () => {
    expect([containsText('夜间施工噪声', '施工'), startsWith('东城区', '东城'), endsWith('人民路', '路')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([containsText(12, '1'), startsWith(undefined, 'a'), endsWith(['a'], 'a'), matchesGlob(null, '*')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('a glob agrees with a regular expression in which each star is any text', () => {
    const letters = (alphabet: readonly string[]) =>
      fc.array(fc.constantFrom(...alphabet), { maxLength: 8 }).map((list) => list.join(''));
    fc.assert(
      fc.property(letters(['a', 'b', '.']), letters(['a', 'b', '.', '*', '*']), (text, pattern) => {
        const oracle = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^]*')}$`);
        expect(matchesGlob(text, pattern)).toBe(oracle.test(text));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('operators on dates', () => {
  it('a date is over before the next one begins', () => {
    expect(dateBefore('2026-03-01', '2026-03-02')).toBe(true);
    expect(dateBefore('2026-03-02', '2026-03-02')).toBe(false);
    expect(dateAfter('2026-03-02', '2026-03-01')).toBe(true);
    expect(sameDate('2026-03-02', '2026-03-02T23:59:59+08:00')).toBe(true);
  });

  it('a date is the whole day in China', () => {
    expect(dateBefore('2026-03-01T15:59:59Z', '2026-03-02')).toBe(true);
    expect(dateBefore('2026-03-01T16:00:00Z', '2026-03-02')).toBe(false);
    expect(sameDate('2026-03-01T16:00:00Z', '2026-03-02')).toBe(true);
    expect(dateAfter('2026-03-02T16:00:00Z', '2026-03-02')).toBe(true);
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2026-3-2',
    '2026-03-02T09:00',
    '2026-03-02T25:00Z',
    'today',
    20260302,
    undefined,
  ])('%s is no date, and compares as false', (value) => {
    expect([dateBefore(value, '2030-01-01'), dateAfter(value, '2000-01-01'), sameDate(value, value)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('of two instants exactly one holds: before, after, or the same', () => {
    const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        const [left, right] = [a.toISOString(), b.toISOString()];
        expect(dateBefore(left, right)).toBe(a < b);
        expect(dateAfter(left, right)).toBe(a > b);
      }),
    );
  });
});
