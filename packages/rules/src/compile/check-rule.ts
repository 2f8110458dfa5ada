import type { Fault } from '../diagnostic/diagnostic.js';
import { isForbiddenKey, isRecord } from '../diagnostic/json-limits.js';
import { join } from '../diagnostic/pointer.js';
import { checkSchema } from '../diagnostic/schema-faults.js';
import { type Rule, RULE_KEYS, ruleSchema } from '../rule.js';

const QUICK_KEYS: ReadonlySet<string> = new Set(['id', 'name', 'title', 'article', 'priority', 'conditions', 'event']);

/** Checks the shape of a rule: a quick look for the usual one, the schema for all others and for wording faults. */
export function checkRule(
  raw: unknown,
  pointer: string,
): { readonly ok: true; readonly rule: Rule } | { readonly ok: false; readonly faults: readonly Fault[] } {
  if (isQuickRule(raw)) return { ok: true, rule: raw };
  if (isRecord(raw)) {
    const forbidden = Object.keys(raw).find(isForbiddenKey);
    if (forbidden !== undefined) {
      const message = `The key "${forbidden}" is not allowed anywhere in a document.`;
      const fault = { code: 'forbiddenKey', pointer: join(pointer, forbidden), atKey: true, value: forbidden, message };
      return { ok: false, faults: [fault] };
    }
  }
  const checked = checkSchema(ruleSchema, raw, pointer);
  return checked.ok ? { ok: true, rule: raw as Rule } : checked;
}

function isQuickRule(raw: unknown): raw is Rule {
  if (!isRecord(raw)) return false;
  for (const key in raw) if (!QUICK_KEYS.has(key) || !RULE_KEYS.has(key)) return false;
  const { priority, event } = raw;
  return (
    isOptionalText(raw['id']) &&
    isOptionalText(raw['name']) &&
    isOptionalText(raw['title']) &&
    isOptionalText(raw['article']) &&
    (priority === undefined || (Number.isSafeInteger(priority) && (priority as number) > 0)) &&
    isRecord(raw['conditions']) &&
    isRecord(event) &&
    isQuickEvent(event)
  );
}

function isQuickEvent(event: Readonly<Record<string, unknown>>): boolean {
  for (const key in event) if (key !== 'type' && key !== 'params') return false;
  return typeof event['type'] === 'string' && event['type'] !== '' && (event['params'] === undefined || isRecord(event['params']));
}

function isOptionalText(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value !== '');
}
