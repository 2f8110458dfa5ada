import type { Label } from '../vocabulary/label.js';
import type { ProblemCode } from './problem-code.js';
import { REMEDIES } from './remedies.js';

/** One reason why a command is not permitted, for the person who gave it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly text: Label;
  /** The article that asks for it. */
  readonly article?: string;
  /** What can be done about it. */
  readonly remedy: Label;
  /** The data field that it is about. */
  readonly field?: string;
}

/** Whether a command is permitted, or everything that stands against it, at once. */
export type Permission = { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] };

/** A problem of a code, with its article and field where there are such, and what can be done about it. */
export function problem(code: ProblemCode, article: string | undefined, text: Label, field?: string): Problem {
  return {
    code,
    text,
    ...(article !== undefined && { article }),
    remedy: REMEDIES[code],
    ...(field !== undefined && { field }),
  };
}
