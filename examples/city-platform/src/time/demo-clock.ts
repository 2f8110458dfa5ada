/** The platform's own time: it starts where the demo says, runs with real time, and can be moved forward. */
export class DemoClock {
  readonly #startedAt: number;
  readonly #realStart: number;
  readonly #real: () => number;
  #moved = 0;

  /**
   * @param startedAt epoch milliseconds at which demo time begins
   * @param real milliseconds of real time, of any origin
   */
  constructor(startedAt: number, real: () => number = () => performance.now()) {
    this.#startedAt = startedAt;
    this.#real = real;
    this.#realStart = real();
  }

  /** Demo time, in epoch milliseconds. */
  now(): number {
    return Math.floor(this.#startedAt + this.#moved + this.#real() - this.#realStart);
  }

  /** Moves demo time forward; there is no way back, for a log is not unwritten. */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) throw new RangeError(`time moves forward only, not by ${milliseconds} ms`);
    this.#moved += milliseconds;
  }
}
