import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ratio } from './ratio.js';

describe('a figure is rounded once, from its exact value', () => {
  test.each([
    [1, 8, 2, 'halfUp', '0.13'],
    [1, 8, 2, 'halfEven', '0.12'],
    [3, 8, 2, 'halfEven', '0.38'],
    [1, 8, 2, 'down', '0.12'],
    [-1, 8, 2, 'halfUp', '-0.13'],
    [-1, 1000, 2, 'halfUp', '0.00'],
    [2, 3, 0, 'halfUp', '1'],
    [5, 1, 3, 'down', '5.000'],
  ] as const)('%i/%i to %i digits, %s, is %s', (numerator, denominator, digits, mode, text) => {
    expect(new Ratio(BigInt(numerator), BigInt(denominator)).print({ digits, mode })).toBe(text);
  });

  test('a half is a half: 0.5 % of what binary fractions cannot hold', () => {
    expect(Ratio.of(1.005).print({ digits: 2, mode: 'halfUp' })).toBe('1.01');
  });

  test('what is printed is never further from the exact value than half a last digit', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 9n),
        fc.bigInt(1n, 10n ** 9n),
        fc.integer({ min: 0, max: 6 }),
        (n, d, digits) => {
          const printed = new Ratio(n, d).print({ digits, mode: 'halfUp' });
          const scale = 10n ** BigInt(digits);
          const whole = BigInt(printed.replace('.', ''));
          const distance = 2n * (whole * d - n * scale);
          expect(distance <= d && distance > -d).toBe(true);
        },
      ),
    );
  });
});
