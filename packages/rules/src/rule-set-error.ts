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
