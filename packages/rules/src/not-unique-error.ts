/** Two rules decided on an outcome type that is declared `unique`. Nothing was decided. */
export class NotUniqueError extends Error {
  /** Stable code for programs. */
  readonly code = 'notUnique';
  override readonly name = 'NotUniqueError';
  /** The outcome type. */
  readonly outcome: string;
  /** The rules that hold at once. */
  readonly rules: readonly [string, string];

  constructor(outcome: string, rules: readonly [string, string]) {
    super(
      `The rules "${rules[0]}" and "${rules[1]}" both decide "${outcome}", which is declared unique. ` +
        'Make their conditions exclude each other, or declare { "hit": "first" }.',
    );
    this.outcome = outcome;
    this.rules = rules;
  }
}
