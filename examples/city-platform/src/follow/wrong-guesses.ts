/** Wrong guesses that a ticket number takes within the span before look-ups of it are refused. */
const most = 5;
const spanMilliseconds = 60_000;

/** Counts wrong guesses by ticket number: four digits alone would not hold for long. */
export class WrongGuesses {
  readonly #guesses = new Map<string, number[]>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether the number must wait before it may be looked up again. */
  tooMany(number: string): boolean {
    return this.#recent(number).length >= most;
  }

  count(number: string): void {
    // Numbers are guessed too; what is forgotten all at once was wrong.
    if (this.#guesses.size > 10_000) this.#guesses.clear();
    this.#guesses.set(number, [...this.#recent(number), this.#now()]);
  }

  #recent(number: string): number[] {
    const since = this.#now() - spanMilliseconds;
    return (this.#guesses.get(number) ?? []).filter((at) => at > since);
  }
}
