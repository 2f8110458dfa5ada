import * as z from 'zod';
import { type CalendarDefinition, calendarDefinitionSchema } from './calendar-definition.js';
import { weekdays } from './civil-date.js';
import { type CalendarProblem, InvalidCalendarError } from './errors.js';
import { type HolidayYear, holidayYearSchema } from './holiday-year.js';
import { nearestWord } from './nearest-word.js';

/** Keys that could reach the prototype of an object; no document has a use for them. */
const forbiddenKeys = ['__proto__', 'constructor', 'prototype'];

/** The keys of the objects in a document, by the last name on the way to them. */
const allowedKeys: Readonly<Record<string, readonly string[]>> = {
  document: Object.keys(calendarDefinitionSchema.shape),
  title: ['zh', 'en'],
  weekly: weekdays,
  seasons: ['from', 'to', 'weekly'],
  holidays: Object.keys(holidayYearSchema.shape),
  off: ['name', 'from', 'to'],
  work: ['name', 'date'],
};

/**
 * Reads a calendar document.
 *
 * @throws InvalidCalendarError with every problem at its JSON pointer.
 */
export function parseDefinition(document: unknown): CalendarDefinition {
  return parse(calendarDefinitionSchema, document, 'document');
}

/**
 * Reads whole holiday years, as they come with a new or amended notice.
 *
 * @throws InvalidCalendarError with every problem at its JSON pointer.
 */
export function parseYears(years: unknown): readonly HolidayYear[] {
  const tables = parseTables(years);
  const partial = tables.findIndex((table) => table.statutoryDays === undefined);
  if (partial < 0) return tables;
  throw new InvalidCalendarError([
    {
      pointer: `/${partial}/statutoryDays`,
      value: undefined,
      message: 'a year of the national layer states its number of statutory days, so that the checksum can be proved',
      fix: 'Days of a region or unit go into "holidays" of the document, after "cn".',
    },
  ]);
}

/**
 * Reads holiday years, whole or layers of a region.
 *
 * @throws InvalidCalendarError with every problem at its JSON pointer.
 */
export function parseTables(tables: unknown): readonly HolidayYear[] {
  return parse(z.array(holidayYearSchema), tables, 'holidays');
}

function parse<T>(schema: z.ZodType<T>, document: unknown, root: string): T {
  refuseForbiddenKeys(document, []);
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  throw new InvalidCalendarError(problemsOf(parsed.error.issues, [], document, root));
}

function refuseForbiddenKeys(value: unknown, path: PropertyKey[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, key];
    const hostile = forbiddenKeys.includes(key);
    if (hostile || at.length > 20) {
      const message = hostile ? `the key "${key}" is not allowed` : 'the document is nested deeper than any calendar';
      throw new InvalidCalendarError([{ pointer: pointerTo(at), value: key, message }]);
    }
    refuseForbiddenKeys(inner, at);
  }
}

function problemsOf(
  issues: readonly z.core.$ZodIssue[],
  base: readonly PropertyKey[],
  document: unknown,
  root: string,
): readonly CalendarProblem[] {
  return issues.flatMap((issue): readonly CalendarProblem[] => {
    const path = [...base, ...issue.path];
    const at = { pointer: pointerTo(path), value: valueAt(document, path) };
    switch (issue.code) {
      case 'unrecognized_keys': {
        const allowed = allowedKeys[String(path.filter((part) => typeof part === 'string').pop() ?? root)] ?? [];
        return issue.keys.map((key) => {
          const meant = nearestWord(key, allowed);
          return {
            pointer: pointerTo([...path, key]),
            value: valueAt(document, [...path, key]),
            message: `unknown key "${key}"`,
            ...(allowed.length === 0 ? {} : { allowed }),
            ...(meant === undefined ? {} : { fix: `Did you mean "${meant}"?` }),
          };
        });
      }
      case 'invalid_union': {
        // The branch that the value is shaped for says more than "no branch matches".
        const shaped = issue.errors.filter((branch) =>
          branch.some(({ path: inner, code }) => inner.length > 0 || code === 'unrecognized_keys' || code === 'custom'),
        );
        if (shaped.length === 1) return problemsOf(shaped[0] ?? [], path, document, root);
        const layers = ['"cn"', 'a holiday year', 'a list of holiday years'];
        const allowed = path[0] === 'holidays' ? layers : [...weekdays, 'a list of intervals'];
        return [{ ...at, message: 'the value has none of the allowed forms', allowed }];
      }
      case 'invalid_key':
        return [{ ...at, message: issue.issues[0]?.message ?? issue.message }];
      case 'invalid_value':
        return [{ ...at, message: 'unknown value', allowed: issue.values.map(String) }];
      default: {
        const fix: unknown = issue.code === 'custom' ? issue.params?.fix : undefined;
        return [{ ...at, message: issue.message, ...(typeof fix === 'string' ? { fix } : {}) }];
      }
    }
  });
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      value instanceof Object && Object.hasOwn(value, part) ? value[part as keyof typeof value] : undefined,
    document,
  );
}
