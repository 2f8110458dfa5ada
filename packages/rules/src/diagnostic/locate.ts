import type { Diagnostic, Fault } from './diagnostic.js';
import { findPositions } from './positions.js';

/** The text that a document was read from. */
export interface Source {
  readonly file: string;
  /** Without it, faults have a pointer but no line. */
  readonly text?: string | undefined;
}

/** Gives faults their file, line and column. The text is scanned once, and only when there are faults. */
export function locate(faults: readonly Fault[], source: Source): Diagnostic[] {
  if (faults.length === 0) return [];
  const keys = faults.map(({ pointer, atKey }) => (atKey === true ? `key:${pointer}` : pointer));
  const positions =
    source.text === undefined ? undefined : findPositions(source.text, new Set([...keys, ...faults.map(parentOf)]));
  return faults.map((fault, index) => {
    const { code, pointer, message, allowed, fix } = fault;
    const position = positions?.get(keys[index] ?? '') ?? positions?.get(parentOf(fault));
    return {
      code,
      severity: fault.severity ?? 'error',
      file: fault.elsewhere?.file ?? source.file,
      pointer,
      line: fault.elsewhere?.line ?? position?.line ?? (positions === undefined ? 0 : 1),
      column: fault.elsewhere?.column ?? position?.column ?? (positions === undefined ? 0 : 1),
      ...('value' in fault && { value: fault.value }),
      message,
      ...(allowed !== undefined && { allowed: [...allowed] }),
      fix,
    };
  });
}

/** A key that is missing has no place of its own: the place of the object that lacks it is shown. */
function parentOf(fault: Fault): string {
  return fault.pointer.slice(0, Math.max(0, fault.pointer.lastIndexOf('/')));
}
