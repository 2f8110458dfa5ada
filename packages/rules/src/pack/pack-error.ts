import { type Diagnostic, summarize } from '../diagnostic/diagnostic.js';

/** A city pack cannot be used. `diagnostics` lists every fault of all files; the message spells out the first few. */
export class PackError extends Error {
  /** Stable code for programs. */
  readonly code = 'invalidPack';
  override readonly name = 'PackError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const count = diagnostics.length === 1 ? '1 fault' : `${diagnostics.length} faults`;
    super(`The city pack has ${count}:\n${summarize(diagnostics)}`);
    this.diagnostics = diagnostics;
  }
}
