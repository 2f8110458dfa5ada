import { type Diagnostic, summarize } from './diagnostic/diagnostic.js';

/** A rule set cannot be used. `diagnostics` lists every fault, not only the first; the message spells out a few. */
export class RuleSetError extends Error {
  /** Stable code for programs. */
  readonly code = 'invalidRuleSet';
  override readonly name = 'RuleSetError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const count = diagnostics.length === 1 ? '1 fault' : `${diagnostics.length} faults`;
    super(`The rule set has ${count}:\n${summarize(diagnostics)}`);
    this.diagnostics = diagnostics;
  }
}

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
