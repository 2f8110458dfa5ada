import { join } from '../diagnostic/pointer.js';
import type { Lint } from './lint.js';

/** `unusedCondition`: a named condition that no rule and no other condition names. */
export function unusedConditionLints(names: readonly string[]): readonly Lint[] {
  return names.map((name) => ({
    code: 'unusedCondition',
    severity: 'warning',
    pointer: join('/conditions', name),
    atKey: true,
    value: name,
    message: `No rule uses the condition "${name}".`,
    fix: 'Remove it, or move it to conditions.json if other files need it.',
  }));
}
