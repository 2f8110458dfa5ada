import type { Rounding } from '@hotline-kit/rules';

/** A fraction of whole numbers, kept exactly until it is printed; the denominator is positive. */
export class Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;

  /** @throws RangeError where the denominator is 0 */
  constructor(numerator: bigint, denominator: bigint) {
    if (denominator === 0n) throw new RangeError('a ratio over nothing');
    this.numerator = denominator < 0n ? -numerator : numerator;
    this.denominator = denominator < 0n ? -denominator : denominator;
  }

  /** A number as it is written: 0.1 is one tenth. Digits beyond the sixth are rounded off. */
  static of(value: number): Ratio {
    return Number.isInteger(value)
      ? new Ratio(BigInt(value), 1n)
      : new Ratio(BigInt(Math.round(value * 1_000_000)), 1_000_000n);
  }

  plus(other: Ratio): Ratio {
    return new Ratio(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Ratio): Ratio {
    return this.plus(new Ratio(-other.numerator, other.denominator));
  }

  times(other: Ratio): Ratio {
    return new Ratio(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** @throws RangeError where the other is 0 */
  over(other: Ratio): Ratio {
    return this.times(new Ratio(other.denominator, other.numerator));
  }

  /** Below 0 where this is less than the other, 0 where they are equal. */
  compare(other: Ratio): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference === 0n ? 0 : difference < 0n ? -1 : 1;
  }

  /**
   * Rounded once, from the exact value. `halfUp` takes a half away from 0, `down` cuts towards 0.
   *
   * @example
   * new Ratio(2_397_400n, 24_932n).print({ digits: 2, mode: 'halfUp' }); // '96.16'
   */
  print({ digits, mode }: Rounding): string {
    const isNegative = this.numerator < 0n;
    const scaled = (isNegative ? -this.numerator : this.numerator) * 10n ** BigInt(digits);
    const whole = scaled / this.denominator;
    const twice = (scaled % this.denominator) * 2n;
    const isUp =
      mode === 'halfUp'
        ? twice >= this.denominator
        : mode === 'halfEven' && (twice > this.denominator || (twice === this.denominator && whole % 2n === 1n));
    const rounded = isUp ? whole + 1n : whole;
    const text = rounded.toString().padStart(digits + 1, '0');
    const shown = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
    return isNegative && rounded > 0n ? `-${shown}` : shown;
  }
}
