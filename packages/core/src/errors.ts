import type { BilingualText } from './ticket/refusal.js';

/** The codes of {@link HotlineError}; they are stable. */
export type HotlineErrorCode =
  | 'assessmentInvalid'
  | 'commandIdReused'
  | 'instantOutOfRange'
  | 'invalidActivity'
  | 'invalidActor'
  | 'invalidCommand'
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

/** What a {@link HotlineError} knows beside what happened. */
export interface HotlineErrorDetails {
  /** The ticket concerned. */
  readonly ticket?: string;
  /** What the caller can do about it. */
  readonly fix: BilingualText;
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
 *   if (error instanceof HotlineError && error.code === 'commandIdReused') error.text.zh; // '命令编号“c-1”已用于…'
 * }
 */
export class HotlineError extends Error {
  override readonly name = 'HotlineError';
  /** The stable code. */
  readonly code: HotlineErrorCode;
  /** What happened, where, and what can be done about it, for people; `message` is the English one with the code. */
  readonly text: BilingualText;
  /** The ticket concerned, where there is one. */
  readonly ticket: string | undefined;
  /** What the caller can do about it. */
  readonly fix: BilingualText;
  /** The file, table or path concerned. */
  readonly where: string | undefined;

  constructor(code: HotlineErrorCode, what: BilingualText, { ticket, fix, where, cause }: HotlineErrorDetails) {
    const text = {
      zh: `${where === undefined ? '' : `${where}：`}${what.zh}。${fix.zh}。`,
      en: `${where === undefined ? '' : `${where}: `}${what.en}. Fix: ${fix.en}.`,
    };
    super(`${text.en} [${code}]`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.text = text;
    this.ticket = ticket;
    this.fix = fix;
    this.where = where;
  }
}

/** What is to be done about data that a later version of this package wrote. */
export const updateCore: BilingualText = { zh: '请升级 @hotline-kit/core', en: 'update @hotline-kit/core' };

/** There is no such ticket. */
export function noTicket(id: string): HotlineError {
  const what = { zh: `没有工单“${id}”`, en: `there is no ticket "${id}"` };
  return new HotlineError('ticketUnknown', what, { ticket: id, fix: { zh: '请核对工单编号', en: 'check the id' } });
}

/** That a store keeps its connection to itself. */
export function cannotJoin(): HotlineError {
  return new HotlineError(
    'storeCannotJoin',
    { zh: '此存储不能加入宿主的事务', en: "this store cannot join a transaction of the host's" },
    {
      fix: {
        zh: '请使用 postgresStore，或只通过本台写入',
        en: 'use postgresStore, or write through the desk alone',
      },
    },
  );
}
