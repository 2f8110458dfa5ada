import type { Label } from '../vocabulary/label.js';

/** How the command ends: as asked; with faults, failures or differences; or with a call that could not be carried out. */
export const EXIT = { ok: 0, faults: 1, misuse: 2 } as const;

/** The code that the command ends with. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A call that cannot be carried out: a file that is not there, a value that cannot be read. */
export class MisuseError extends Error {
  /** Stable code for programs. */
  readonly code = 'misuse';
  override readonly name = 'MisuseError';
  /** The message in both languages. */
  readonly text: Label;

  constructor(text: Label) {
    super(text.en);
    this.text = text;
  }
}
