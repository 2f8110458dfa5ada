import type { Label } from '../vocabulary/label.js';

/** A file that cannot be read as a table, or whose columns are not understood. */
export class SheetError extends Error {
  /** Stable code for programs. */
  readonly code = 'unreadableSheet';
  override readonly name = 'SheetError';
  /** The message in both languages. */
  readonly text: Label;

  constructor(text: Label, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}
