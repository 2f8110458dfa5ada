import { isRecord } from '../diagnostic/json-limits.js';
import { join } from '../diagnostic/pointer.js';
import type { Lint } from './lint.js';

/** `unusedCondition`, of `conditions.json`: a condition that no file of the pack names, nor another one that is named. */
export function unusedSharedConditionLints(conditions: unknown, others: readonly unknown[]): readonly Lint[] {
  if (!isRecord(conditions)) return [];
  const own = Object.keys(conditions).filter((name) => name !== '$schema');
  const used = new Set<string>();
  const open = others.flatMap(namesIn);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    if (Object.hasOwn(conditions, name)) open.push(...namesIn(conditions[name]));
  }
  return own
    .filter((name) => !used.has(name))
    .map((name) => ({
      code: 'unusedCondition',
      severity: 'warning',
      pointer: join('', name),
      atKey: true,
      value: name,
      message: `No file of the pack uses the condition "${name}".`,
      fix: 'Remove it, unless packs that inherit from this one use it.',
    }));
}

/** The conditions that a document names, wherever they stand. */
function namesIn(document: unknown): string[] {
  const names: string[] = [];
  const open = [document];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (Array.isArray(value)) open.push(...value);
    else if (isRecord(value)) {
      if (Object.hasOwn(value, 'condition') && typeof value.condition === 'string') names.push(value.condition);
      open.push(...Object.values(value));
    }
  }
  return names;
}
