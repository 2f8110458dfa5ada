import type * as z from 'zod';
import type { Fault } from './diagnostic.js';
import { isRecord } from './json-limits.js';
import { didYouMean } from './nearest.js';
import { join } from './pointer.js';
import { allowedKeys } from './strict-object.js';

type Issue = z.core.$ZodIssue;

/** Checks a value against a schema: its typed reading, or its faults in words that say how to mend them. */
export function checkSchema<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  pointer = '',
): { readonly ok: true; readonly value: z.output<Schema> } | { readonly ok: false; readonly faults: Fault[] } {
  const result = schema.safeParse(value);
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, faults: result.error.issues.flatMap((issue) => faultsOf(issue, value, pointer)) };
}

function faultsOf(issue: Issue, root: unknown, base: string): Fault[] {
  const keys = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
  const pointer = join(base, ...keys);
  const value = valueAt(root, keys);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = allowedKeys(issue.message);
      return issue.keys.map((key) => ({
        code: 'unknownKey',
        pointer: join(pointer, key),
        atKey: true,
        value: key,
        message: `Unknown key "${key}".`,
        ...(allowed.length > 0 && { allowed }),
        fix: didYouMean(key, allowed) ?? (allowed.length > 0 ? `Allowed are ${allowed.join(', ')}.` : 'Remove it.'),
      }));
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      return [wrongValue(pointer, value, allowed)];
    }
    case 'invalid_type': {
      if (value === undefined) return [missing(pointer, keys.at(-1), issue.expected)];
      return [
        {
          code: 'wrongType',
          pointer,
          value,
          message: `Expected ${article(issue.expected)}, not ${show(value)}.`,
          fix: WRITE[issue.expected] ?? READ,
        },
      ];
    }
    case 'invalid_union': {
      if ('options' in issue && issue.options !== undefined)
        return [wrongValue(pointer, value, issue.options.map(String))];
      const branch = likeliest(issue.errors);
      if (branch === undefined || value === undefined) {
        return value === undefined
          ? [missing(pointer, keys.at(-1), 'value')]
          : [{ code: 'wrongType', pointer, value, message: issue.message, fix: READ }];
      }
      return branch.flatMap((inner) => faultsOf({ ...inner, path: [...issue.path, ...inner.path] }, root, base));
    }
    case 'invalid_key':
      return [
        {
          code: 'wrongName',
          pointer,
          atKey: true,
          value: keys.at(-1),
          message: nameFault(issue, keys.at(-1)),
          fix: 'Choose another name.',
        },
      ];
    case 'invalid_format':
      return [
        {
          code: 'wrongValue',
          pointer,
          value,
          message: `${show(value)} is not allowed here: ${issue.message}.`,
          fix: READ,
        },
      ];
    default:
      return [{ code: 'wrongValue', pointer, value, message: sentence(issue.message), fix: READ }];
  }
}

/** How a value of a type is written, by the names that zod gives to types. */
const WRITE: Readonly<Record<string, string>> = {
  array: 'Write a list: [ … ].',
  boolean: 'Write true or false.',
  int: 'Write a whole number without quotes.',
  number: 'Write a number without quotes.',
  object: 'Write an object: { … }.',
  record: 'Write an object: { … }.',
  string: 'Write a text in double quotes.',
};

/** Where nothing more can be said than that the value must be another one. */
const READ = 'Mend the value; the JSON Schema of the file shows its form.';

/**
 * The branch of a union that was most likely meant: one whose `kind` fits, then the one whose faults lie deepest, then
 * the one with the fewest.
 */
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const isOther = (issues: readonly Issue[]): number =>
    Number(issues.some(({ code, path }) => code === 'invalid_value' && path.length === 1 && path[0] === 'kind'));
  const depth = (issues: readonly Issue[]): number => Math.max(...issues.map(({ path }) => path.length));
  return [...branches].sort((a, b) => isOther(a) - isOther(b) || depth(b) - depth(a) || a.length - b.length)[0];
}

function wrongValue(pointer: string, value: unknown, allowed: readonly string[]): Fault {
  const fix = didYouMean(value, allowed);
  if (value === undefined) {
    const key = pointer.slice(pointer.lastIndexOf('/') + 1);
    return {
      code: 'missingKey',
      pointer,
      message: `"${key}" is missing.`,
      allowed,
      fix: allowed.length === 1 ? `Add "${key}": ${allowed[0]}.` : `One of ${allowed.join(', ')}.`,
    };
  }
  return {
    code: 'wrongValue',
    pointer,
    value,
    message: `${show(value)} is not allowed here.`,
    allowed,
    fix: fix ?? `Allowed are ${allowed.join(', ')}.`,
  };
}

function missing(pointer: string, key: string | number | undefined, expected: string): Fault {
  return {
    code: 'missingKey',
    pointer,
    message: `"${key ?? 'document'}" is missing.`,
    fix: `Add "${key ?? 'document'}": ${article(expected)}.`,
  };
}

function nameFault(issue: Extract<Issue, { code: 'invalid_key' }>, key: unknown): string {
  const reason = issue.issues[0];
  return `The name ${show(key)} is not allowed here${reason === undefined ? '' : `: ${reason.message}`}.`;
}

function valueAt(root: unknown, keys: readonly (string | number)[]): unknown {
  let value = root;
  for (const key of keys) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isRecord(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

function article(expected: string): string {
  if (expected === 'record') return 'an object';
  return `${/^[aeiou]/.test(expected) ? 'an' : 'a'} ${expected}`;
}

function sentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`;
}

/** A value as short JSON, for messages. */
export function show(value: unknown, longest = 60): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > longest ? `${text.slice(0, longest - 3)}…` : text;
}
