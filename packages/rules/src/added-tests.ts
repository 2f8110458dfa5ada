import type { OperatorTest } from './operator-tests.js';

/** The tests of the operators on texts and dates, which json-rules-engine does not have. None uses a pattern of its own. */
export const ADDED_TESTS = {
  containsText: ofTexts((text, part) => text.includes(part)),
  startsWith: ofTexts((text, part) => text.startsWith(part)),
  endsWith: ofTexts((text, part) => text.endsWith(part)),
  matchesGlob: ofTexts(matchesGlob),
  dateBefore: ofDates((a, b) => a.end <= b.start),
  dateAfter: ofDates((a, b) => a.start >= b.end),
  sameDate: ofDates((a, b) => dayOf(a.start) === dayOf(b.start)),
} as const satisfies Readonly<Record<string, OperatorTest>>;

function ofTexts(test: (text: string, part: string) => boolean): OperatorTest {
  return (a, b) => typeof a === 'string' && typeof b === 'string' && test(a, b);
}

/** `*` stands for any text. What lies between two stars is taken where it comes first: there is no way back. */
function matchesGlob(text: string, pattern: string): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return text === pattern;
  const first = parts.shift() ?? '';
  const last = parts.pop() ?? '';
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** In epoch milliseconds; `end` is exclusive. A date is the whole of its day in China, an instant one millisecond. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const DAY_IN_MILLISECONDS = 86_400_000;
/** China is eight hours ahead of UTC, all year. */
const CHINA_IN_MILLISECONDS = 28_800_000;

const DATE_OR_INSTANT =
  /^(\d{4}-\d\d-(\d\d))(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))?$/;

function ofDates(test: (a: Span, b: Span) => boolean): OperatorTest {
  return (a, b) => {
    const [left, right] = [spanOf(a), spanOf(b)];
    return left !== undefined && right !== undefined && test(left, right);
  };
}

/**
 * The span of a date or of an instant with offset; nothing for any other text.
 *
 * @example
 * spanOf('2026-03-02'); // from 2026-03-01T16:00Z up to, and without, 2026-03-02T16:00Z
 * spanOf('2026-02-30'); // undefined
 */
export function spanOf(value: unknown): Span | undefined {
  const [text, date = '', day, time] = (typeof value === 'string' && DATE_OR_INSTANT.exec(value)) || [];
  // The thirtieth of February would be read as the second of March.
  if (text === undefined || new Date(date).getUTCDate() !== Number(day)) return undefined;
  const start = Date.parse(time === undefined ? `${date}T00:00+08:00` : text);
  return { start, end: start + (time === undefined ? DAY_IN_MILLISECONDS : 1) };
}

function dayOf(instant: number): number {
  return Math.floor((instant + CHINA_IN_MILLISECONDS) / DAY_IN_MILLISECONDS);
}
