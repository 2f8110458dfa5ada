import type { Fault } from '../diagnostic/diagnostic.js';
import { isOfLawfulLength, isRecord, isSafe, unsafeFaults } from '../diagnostic/json-limits.js';
import { checkSchema } from '../diagnostic/schema-faults.js';
import { RULE_KEYS, type Rule, ruleSchema } from '../rule.js';

const QUICK_KEYS: ReadonlySet<string> = new Set(
  'id name title article basis priority conditions event tests'.split(' ').filter((key) => RULE_KEYS.has(key)),
);

const TEST_KEYS: ReadonlySet<string> = new Set(['title', 'at', 'facts', 'expect']);

/** Checks the shape of a rule: a quick look for the usual one, the schema for all others and for wording faults. */
export function checkRule(
  raw: unknown,
  pointer: string,
): { readonly ok: true; readonly rule: Rule } | { readonly ok: false; readonly faults: readonly Fault[] } {
  if (isQuickRule(raw)) return { ok: true, rule: raw };
  if (isRecord(raw)) {
    // Conditions and events are walked by readers of their own; what is only kept must be safe to keep.
    const { conditions: _, event: __, ...rest } = raw;
    const unsafe = unsafeFaults(rest, pointer);
    if (unsafe.length > 0) return { ok: false, faults: unsafe };
  }
  const checked = checkSchema(ruleSchema, raw, pointer);
  return checked.ok ? { ok: true, rule: raw as Rule } : checked;
}

function isQuickRule(raw: unknown): raw is Rule {
  if (!isRecord(raw)) return false;
  for (const key in raw) if (!QUICK_KEYS.has(key)) return false;
  const { priority, event } = raw;
  return (
    isOptionalText(raw.id) &&
    isOptionalText(raw.name) &&
    isOptionalText(raw.title) &&
    isOptionalText(raw.article) &&
    (raw.basis === undefined || raw.basis === 'text' || raw.basis === 'sample') &&
    (raw.tests === undefined || areQuickTests(raw.tests)) &&
    (priority === undefined || (Number.isSafeInteger(priority) && (priority as number) > 0)) &&
    isRecord(raw.conditions) &&
    isRecord(event) &&
    isQuickEvent(event)
  );
}

function isQuickEvent(event: Readonly<Record<string, unknown>>): boolean {
  for (const key in event) if (key !== 'type' && key !== 'params') return false;
  return typeof event.type === 'string' && event.type !== '' && (event.params === undefined || isRecord(event.params));
}

function areQuickTests(tests: unknown): boolean {
  if (!Array.isArray(tests) || !isSafe(tests)) return false;
  return tests.every((test: unknown) => {
    if (!isRecord(test)) return false;
    for (const key in test) if (!TEST_KEYS.has(key)) return false;
    return (
      isOptionalText(test.title) && isOptionalText(test.at) && isRecord(test.facts) && Object.hasOwn(test, 'expect')
    );
  });
}

function isOptionalText(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value !== '' && isOfLawfulLength(value));
}
