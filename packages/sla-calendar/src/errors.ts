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

/**
 * A calendar was asked about a year whose holidays nobody has published, or whose table it does not hold.
 * It is thrown instead of guessing Monday to Friday.
 */
export class UnknownYearError extends Error {
  /** Stable code for programs. */
  readonly code = 'unknownYear';
  override readonly name = 'UnknownYearError';
  /** The year without data. */
  readonly year: number;
  /** Id of the calendar that was asked. */
  readonly calendar: string;
  /** Years that the calendar does hold. */
  readonly knownYears: readonly number[];

  constructor(calendar: string, year: number, knownYears: readonly number[]) {
    const known =
      knownYears.length === 0
        ? 'no year'
        : `${knownYears[0]}–${knownYears[knownYears.length - 1]} (${knownYears.length})`;
    super(
      `Calendar "${calendar}" holds no holidays for ${year}; it knows ${known}. ` +
        `Pass the table of the notice: createCalendar(definition, { years: [year${year}] }), ` +
        'or set "onMissingYear": "provisional" to compute a result that is marked provisional.',
    );
    this.calendar = calendar;
    this.year = year;
    this.knownYears = knownYears;
  }
}

/** A calendar document or a holiday year cannot be used. `problems` lists every fault, not only the first. */
export class InvalidCalendarError extends Error {
  /** Stable code for programs. */
  readonly code = 'invalidCalendar';
  override readonly name = 'InvalidCalendarError';
  readonly problems: readonly CalendarProblem[];

  constructor(problems: readonly CalendarProblem[]) {
    super(problems.map(problemLine).join('\n'));
    this.problems = problems;
  }
}

function problemLine(problem: CalendarProblem): string {
  const allowed = problem.allowed === undefined ? '' : ` Allowed: ${problem.allowed.join(', ')}.`;
  const fix = problem.fix === undefined ? '' : ` ${problem.fix}`;
  return `${problem.pointer === '' ? '/' : problem.pointer}: ${problem.message}.${allowed}${fix}`;
}

/** A value is not an instant: not a valid `Date`, not epoch milliseconds, or ISO text without an offset. */
export class InvalidInstantError extends Error {
  /** Stable code for programs. */
  readonly code = 'invalidInstant';
  override readonly name = 'InvalidInstantError';
  readonly value: unknown;

  constructor(value: unknown, message: string) {
    super(message);
    this.value = value;
  }
}

/** A term, a duration or the events of a clock cannot be counted. */
export class InvalidTermError extends Error {
  /** Stable code for programs. */
  readonly code = 'invalidTerm';
  override readonly name = 'InvalidTermError';
  /** JSON pointer into the term or policy; empty for the whole. */
  readonly pointer: string;
  readonly value: unknown;

  constructor(pointer: string, value: unknown, message: string) {
    super(`${pointer === '' ? '/' : pointer}: ${message}`);
    this.pointer = pointer;
    this.value = value;
  }
}

/** A time zone name that the platform's time zone data does not hold. */
export class UnknownZoneError extends Error {
  /** Stable code for programs. */
  readonly code = 'unknownZone';
  override readonly name = 'UnknownZoneError';
  readonly zone: string;

  constructor(zone: string) {
    super(
      `Unknown time zone "${zone}". Use a name of the IANA time zone database, for example "Asia/Shanghai" or "UTC".`,
    );
    this.zone = zone;
  }
}

/** A calendar has no (more) working time in the years 1900 to 2199, so nothing can be counted on it. */
export class NoWorkingTimeError extends Error {
  /** Stable code for programs. */
  readonly code = 'noWorkingTime';
  override readonly name = 'NoWorkingTimeError';
  /** Id of the calendar that was asked. */
  readonly calendar: string;

  constructor(calendar: string) {
    super(
      `Calendar "${calendar}" has too little working time between 1900 and 2199 for this count. ` +
        'Give it hours in "weekly" or "dates", or count a smaller amount.',
    );
    this.calendar = calendar;
  }
}
