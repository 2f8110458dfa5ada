import * as z from 'zod';
import { type CalendarDefinition, calendarDefinitionSchema } from './calendar-definition.js';
import { weekdays } from './civil-date.js';
import { type CalendarProblem, InvalidCalendarError, UnknownZoneError } from './errors.js';
import { type HolidayYear, holidayYearSchema } from './holiday-year.js';
import { zoneOffsets } from './zone-offsets.js';

/** Keys that could reach the prototype of an object; no document has a use for them. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

const rootKeys = Object.keys(calendarDefinitionSchema.shape);
const yearKeys = ['year', 'source', 'sourceStatus', 'papers', 'note', 'statutoryDays', 'amends', 'off', 'work'];

/**
 * Reads a calendar document.
 *
 * @throws InvalidCalendarError with every problem at its JSON pointer.
 */
export function parseDefinition(document: unknown): CalendarDefinition {
  refuseForbiddenKeys(document);
  const parsed = calendarDefinitionSchema.safeParse(document);
  if (!parsed.success) throw new InvalidCalendarError(problemsOf(parsed.error, document));
  try {
    zoneOffsets(parsed.data.zone);
  } catch (error) {
    if (!(error instanceof UnknownZoneError)) throw error;
    const fix = 'Use a name of the IANA time zone database, for example "Asia/Shanghai".';
    throw new InvalidCalendarError([
      { pointer: '/zone', value: parsed.data.zone, message: `unknown time zone "${parsed.data.zone}"`, fix },
    ]);
  }
  return parsed.data;
}

/**
 * Reads whole holiday years, as they come with a new or amended notice.
 *
 * @throws InvalidCalendarError with every problem at its JSON pointer.
 */
export function parseYears(years: unknown): readonly HolidayYear[] {
  const tables = parseTables(years);
  const partial = tables.findIndex((table) => table.statutoryDays === undefined);
  if (partial >= 0) {
    throw new InvalidCalendarError([
      {
        pointer: `/${partial}/statutoryDays`,
        value: undefined,
        message: 'a year of the national layer states its number of statutory days, so that the checksum can be proved',
        fix: 'Days of a region or unit go into "holidays" of the document, after "cn".',
      },
    ]);
  }
  return tables;
}

/**
 * Reads holiday years, whole or layers of a region.
 *
 * @throws InvalidCalendarError with every problem at its JSON pointer.
 */
export function parseTables(tables: unknown): readonly HolidayYear[] {
  refuseForbiddenKeys(tables);
  const parsed = z.array(holidayYearSchema).safeParse(tables);
  if (!parsed.success) throw new InvalidCalendarError(problemsOf(parsed.error, tables));
  return parsed.data;
}

function refuseForbiddenKeys(value: unknown, pointer = '', depth = 0): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > 20) {
    throw new InvalidCalendarError([
      { pointer, value: undefined, message: 'the document is nested deeper than any calendar' },
    ]);
  }
  for (const key of Object.keys(value)) {
    const at = `${pointer}/${escapePointer(key)}`;
    if (forbiddenKeys.has(key))
      throw new InvalidCalendarError([{ pointer: at, value: key, message: `the key "${key}" is not allowed` }]);
    refuseForbiddenKeys((value as Record<string, unknown>)[key], at, depth + 1);
  }
}

function problemsOf(error: z.ZodError, document: unknown): readonly CalendarProblem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue as z.core.$ZodIssue, [], document));
}

function problemsOfIssue(
  issue: z.core.$ZodIssue,
  base: readonly PropertyKey[],
  document: unknown,
): readonly CalendarProblem[] {
  const path = [...base, ...issue.path];
  const pointer = path.map((part) => `/${escapePointer(String(part))}`).join('');
  const value = valueAt(document, path);
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(path);
    return issue.keys.map((key) => ({
      pointer: `${pointer}/${escapePointer(key)}`,
      value: valueAt(value, [key]),
      message: `unknown key "${key}"`,
      ...(allowed.length === 0 ? {} : { allowed }),
      ...didYouMean(key, allowed),
    }));
  }
  if (issue.code === 'invalid_union') {
    // The branch that the value is shaped for says more than "no branch matches".
    const shaped = issue.errors.filter((branch) =>
      branch.some((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys' || inner.code === 'custom'),
    );
    if (shaped.length === 1) return (shaped[0] ?? []).flatMap((inner) => problemsOfIssue(inner, path, document));
    const allowed =
      path[0] === 'holidays'
        ? ['"cn"', 'a holiday year', 'a list of holiday years']
        : [...weekdays, 'a list of intervals'];
    return [{ pointer, value, message: 'the value has none of the allowed forms', allowed }];
  }
  if (issue.code === 'invalid_key') {
    return [{ pointer, value: path[path.length - 1], message: issue.issues[0]?.message ?? issue.message }];
  }
  if (issue.code === 'invalid_value')
    return [{ pointer, value, message: 'unknown value', allowed: issue.values.map(String) }];
  const fix = issue.code === 'custom' ? issue.params?.fix : undefined;
  const expected =
    issue.code === 'custom' || issue.code === 'invalid_type' ? issue.message : `expected ${issue.message}`;
  return [{ pointer, value, message: expected, ...(typeof fix === 'string' ? { fix } : {}) }];
}

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return rootKeys;
  const last = path[path.length - 1];
  if (last === 'weekly') return weekdays;
  if (path[0] === 'seasons') return ['from', 'to', 'weekly'];
  if (path[0] === 'title') return ['zh', 'en'];
  if (last === 'off' || path[path.length - 2] === 'off') return ['name', 'from', 'to'];
  if (path[path.length - 2] === 'work') return ['name', 'date'];
  return path[0] === 'holidays' || path.length === 1 ? yearKeys : [];
}

function didYouMean(word: string, allowed: readonly string[]): { fix?: string } {
  const ranked = allowed
    .map((candidate) => [editDistance(word, candidate), candidate] as const)
    .sort((a, b) => a[0] - b[0]);
  const [best] = ranked;
  return best !== undefined && best[0] <= 2 ? { fix: `Did you mean "${best[1]}"?` } : {};
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= Math.min(a.length, 40); i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change));
    }
    row = next;
  }
  return (row[b.length] ?? 0) + Math.max(0, a.length - 40);
}

function escapePointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[part];
  }
  return at;
}
