/** One fault of a calendar document, at the place where it stands. */
export interface CalendarProblem {
  /** JSON pointer into the document, for example `/weekly/mon/0/1`. */
  readonly pointer: string;
  readonly value: unknown;
  readonly message: string;
  /** Values that would be accepted, where they can be listed. */
  readonly allowed?: readonly string[];
  /** How to mend it, where that is known. */
  readonly fix?: string;
}

/** What all errors of this package have: a stable code, and the class's name after it, which no minifier changes. */
abstract class CodedError<Code extends string> extends Error {
  /** Stable code for programs. */
  readonly code: Code;

  constructor(code: Code, message: string) {
    super(message);
    this.code = code;
    this.name = `${code.charAt(0).toUpperCase()}${code.slice(1)}Error`;
  }
}

/**
 * A calendar was asked about a year whose holidays nobody has published, or whose table it does not hold.
 * It is thrown instead of guessing Monday to Friday.
 */
export class UnknownYearError extends CodedError<'unknownYear'> {
  /** The year without data. */
  readonly year: number;
  /** Id of the calendar that was asked. */
  readonly calendar: string;
  /** Years that the calendar does hold. */
  readonly knownYears: readonly number[];

  constructor(calendar: string, year: number, knownYears: readonly number[]) {
    const known = knownYears.length === 0 ? 'none' : `${knownYears[0]}–${knownYears[knownYears.length - 1]}`;
    super(
      'unknownYear',
      `Calendar "${calendar}" holds no holidays for ${year}; years it knows: ${known}. ` +
        'Pass the table of the notice in "years", or set "onMissingYear": "provisional".',
    );
    this.calendar = calendar;
    this.year = year;
    this.knownYears = knownYears;
  }
}

/** A calendar document or a holiday year cannot be used. `problems` lists every fault, not only the first. */
export class InvalidCalendarError extends CodedError<'invalidCalendar'> {
  readonly problems: readonly CalendarProblem[];

  constructor(problems: readonly CalendarProblem[]) {
    super(
      'invalidCalendar',
      problems
        .map(({ pointer, message, allowed, fix }) => {
          const choice = allowed === undefined ? '' : ` Allowed: ${allowed.join(', ')}.`;
          return `${pointer || '/'}: ${message}.${choice}${fix === undefined ? '' : ` ${fix}`}`;
        })
        .join('\n'),
    );
    this.problems = problems;
  }
}

/** A value is not an instant: not a valid `Date`, not epoch milliseconds, or ISO text without an offset. */
export class InvalidInstantError extends CodedError<'invalidInstant'> {
  readonly value: unknown;

  constructor(value: unknown, message: string) {
    super('invalidInstant', message);
    this.value = value;
  }
}

/** A term, a duration or the events of a clock cannot be counted. */
export class InvalidTermError extends CodedError<'invalidTerm'> {
  /** JSON pointer into the term or policy; empty for the whole. */
  readonly pointer: string;
  readonly value: unknown;

  constructor(pointer: string, value: unknown, message: string) {
    super('invalidTerm', `${pointer || '/'}: ${message}`);
    this.pointer = pointer;
    this.value = value;
  }
}

/** A time zone name that the platform's time zone data does not hold. */
export class UnknownZoneError extends CodedError<'unknownZone'> {
  readonly zone: string;

  constructor(zone: string) {
    super('unknownZone', `Unknown time zone "${zone}". Use an IANA name such as "Asia/Shanghai".`);
    this.zone = zone;
  }
}

/** A calendar has no (more) working time in the years 1900 to 2199, so nothing can be counted on it. */
export class NoWorkingTimeError extends CodedError<'noWorkingTime'> {
  /** Id of the calendar that was asked. */
  readonly calendar: string;

  constructor(calendar: string) {
    super(
      'noWorkingTime',
      `Calendar "${calendar}" has too little working time until 2199. Give it hours, or count a smaller amount.`,
    );
    this.calendar = calendar;
  }
}
