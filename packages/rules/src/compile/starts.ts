import { ConditionReader } from './condition-code.js';

/** Where each condition begins in a code of several. */
export function startsOf(code: ArrayLike<number>, count: number): Int32Array {
  const reader = new ConditionReader(code);
  return Int32Array.from({ length: count }, () => {
    const start = reader.at;
    reader.missing(() => true);
    return start;
  });
}
