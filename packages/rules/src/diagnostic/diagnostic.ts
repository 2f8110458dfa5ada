/**
 * One fault of a document, with its place and a way to mend it.
 *
 * `line` and `column` count from 1; both are 0 where the text of the file is not known (a document given as an object).
 * `pointer` is an RFC 6901 JSON pointer; in a CSV file it is `/<data row from 0>/<column name>`.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly file: string;
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
  readonly value?: unknown;
  readonly message: string;
  readonly allowed?: string[];
  readonly fix?: string;
}

/** A fault before its line and column are known. */
export interface Fault {
  readonly code: string;
  /** Without it, an error. */
  readonly severity?: Diagnostic['severity'];
  readonly pointer: string;
  /** Where the position is that of the key, not of its value. */
  readonly atKey?: boolean;
  /** The place itself, where it is in another file than the document: a row of a table's file. */
  readonly elsewhere?: { readonly file: string; readonly line: number; readonly column: number };
  readonly value?: unknown;
  readonly message: string;
  readonly allowed?: readonly string[];
  readonly fix: string;
}

/**
 * A fault as one line for people.
 *
 * @example
 * formatDiagnostic(d);
 * // 'routing.rules.json:7:15 unknownFact Unknown fact "distrct". (Did you mean "district"?)'
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, pointer, code, message, fix } = diagnostic;
  const place = line > 0 ? `${file}:${line}:${column}` : `${file}${pointer === '' ? '' : `#${pointer}`}`;
  return `${place} ${code} ${message}${fix === undefined ? '' : ` (${fix})`}`;
}

/** How many faults the message of an error spells out; the rest stand in its `diagnostics`. */
const SHOWN = 5;

/** The faults as lines, the first few spelt out. */
export function summarize(diagnostics: readonly Diagnostic[]): string {
  const lines = diagnostics.slice(0, SHOWN).map((diagnostic) => `  ${formatDiagnostic(diagnostic)}`);
  const rest = diagnostics.length - lines.length;
  return [...lines, ...(rest > 0 ? [`  … and ${rest} more`] : [])].join('\n');
}
