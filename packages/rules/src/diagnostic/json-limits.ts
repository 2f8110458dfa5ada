import type { Fault } from './diagnostic.js';
import { join } from './pointer.js';

/** Keys that reach into the prototype of an object: no document may hold them. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Deepest nesting of a document. Rules use some ten levels. */
const DEEPEST = 64;

/**
 * Longest single text, in UTF-16 units. Of longer ones V8 takes the length for the hash, so that thousands of them in one
 * Map are compared one by one, for minutes.
 */
export const LONGEST_TEXT = 16_383;

/** Whether a key is one that no document may hold. */
export function isForbiddenKey(key: string): boolean {
  return FORBIDDEN_KEYS.has(key);
}

/** Whether a text is no longer than a document may hold. */
export function isOfLawfulLength(text: string): boolean {
  return text.length <= LONGEST_TEXT;
}

/** Whether a value is an object of JSON: neither `null` nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The faults that make a document dangerous to look at: forbidden keys, nesting too deep, texts too long, values that
 * JSON does not have. Nothing else reads a document before this found none.
 */
export function unsafeFaults(value: unknown, pointer = '', ...keys: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  if (!isSafe(value)) inspect(value, join(pointer, ...keys), 0, faults);
  return faults;
}

/** Whether `unsafeFaults` would find nothing: most documents have no fault, and need no pointers. */
export function isSafe(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return isOfLawfulLength(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return typeof value === 'boolean';
  if (value === null) return true;
  if (depth >= DEEPEST) return false;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) if (!isSafe(value[index], depth + 1)) return false;
    return true;
  }
  for (const key in value) {
    if (
      FORBIDDEN_KEYS.has(key) ||
      !isOfLawfulLength(key) ||
      !isSafe((value as Record<string, unknown>)[key], depth + 1)
    )
      return false;
  }
  return true;
}

function inspect(value: unknown, pointer: string, depth: number, faults: Fault[]): void {
  if (typeof value === 'string') {
    if (!isOfLawfulLength(value)) {
      faults.push({
        code: 'textTooLong',
        pointer,
        message: `The text has ${value.length} characters; at most ${LONGEST_TEXT} are allowed.`,
        fix: 'Shorten it.',
      });
    }
    return;
  }
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (typeof value !== 'object') {
    const message = `A document holds JSON only, not ${typeof value === 'number' ? String(value) : `a ${typeof value}`}.`;
    faults.push({
      code: 'notJson',
      pointer,
      message,
      fix: 'Use texts, numbers, true, false, null, lists and objects.',
    });
    return;
  }
  if (depth >= DEEPEST) {
    faults.push({
      code: 'tooDeep',
      pointer,
      message: `Nested more than ${DEEPEST} levels deep.`,
      fix: 'Write it flatter.',
    });
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (typeof item !== 'number' || !Number.isFinite(item)) inspect(item, join(pointer, index), depth + 1, faults);
    }
    return;
  }
  for (const key of Object.keys(value)) {
    if (!isOfLawfulLength(key)) {
      const message = `A key has ${key.length} characters; at most ${LONGEST_TEXT} are allowed.`;
      faults.push({ code: 'textTooLong', pointer, message, fix: 'Shorten it.' });
    } else if (FORBIDDEN_KEYS.has(key)) {
      faults.push({
        code: 'forbiddenKey',
        pointer: join(pointer, key),
        atKey: true,
        value: key,
        message: `The key "${key}" is not allowed anywhere in a document.`,
        fix: 'Remove or rename it.',
      });
    } else {
      inspect((value as Record<string, unknown>)[key], join(pointer, key), depth + 1, faults);
    }
  }
}
