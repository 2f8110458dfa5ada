/** The codes of {@link HotlineError}; they are stable. */
export type HotlineErrorCode =
  | 'assessmentInvalid'
  | 'commandIdReused'
  | 'invalidActivity'
  | 'invalidActor'
  | 'invalidQuery'
  | 'invalidRota'
  | 'invalidSharing'
  | 'logOfLaterVersion'
  | 'machineNotFlat'
  | 'notAuthorised'
  | 'packMismatch'
  | 'storeCannotJoin'
  | 'storeConflict'
  | 'storeOutdated'
  | 'storeUnavailable'
  | 'sqliteMissing'
  | 'ticketUnknown';

/** What a {@link HotlineError} knows beside its message. */
export interface HotlineErrorDetails {
  /** The ticket concerned. */
  readonly ticket?: string;
  /** What the caller can do about it. */
  readonly fix?: string;
  /** The file, table or path concerned. */
  readonly where?: string;
  /** What went wrong below. */
  readonly cause?: unknown;
}

/**
 * A fault: something that no user of the platform can mend by another command. What a person may not do is never an
 * error but a {@link Refusal}.
 *
 * @example
 * try { await desk.execute(command) } catch (error) {
 *   if (error instanceof HotlineError && error.code === 'commandIdReused') …
 * }
 */
export class HotlineError extends Error {
  override readonly name = 'HotlineError';
  /** The stable code. */
  readonly code: HotlineErrorCode;
  /** The ticket concerned, where there is one. */
  readonly ticket: string | undefined;
  /** What the caller can do about it. */
  readonly fix: string | undefined;
  /** The file, table or path concerned. */
  readonly where: string | undefined;

  constructor(code: HotlineErrorCode, message: string, details: HotlineErrorDetails = {}) {
    const where = details.where === undefined ? '' : `${details.where}: `;
    const fix = details.fix === undefined ? '' : ` Fix: ${details.fix}.`;
    super(`${where}${message}.${fix} [${code}]`, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.ticket = details.ticket;
    this.fix = details.fix;
    this.where = details.where;
  }
}
