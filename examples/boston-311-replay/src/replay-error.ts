/** Why the system refused: one of the usual reasons, or its own words. */
export type SystemReason = 'missing' | 'folder' | 'forbidden' | { readonly words: string };

/** What stops a run before it is through: nothing is wrong with the tickets, but with what they are read from. */
export type Fault =
  | { readonly code: 'fileUnreadable'; readonly where: string; readonly reason: SystemReason }
  | { readonly code: 'emptyPath'; readonly where: string }
  | { readonly code: 'noHeader'; readonly where: string }
  | { readonly code: 'missingColumns'; readonly where: string; readonly columns: readonly string[] }
  | { readonly code: 'doubledColumns'; readonly where: string; readonly columns: readonly string[] }
  | { readonly code: 'endlessLine'; readonly where: string; readonly megabytes: number }
  | { readonly code: 'notAnInstant'; readonly where: string; readonly value: string }
  | { readonly code: 'noTemporaryFolder'; readonly where: string; readonly reason: SystemReason }
  | { readonly code: 'clockMissing'; readonly where: string; readonly ticket: string };

/** A {@link Fault} on its way to the person at the terminal. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';

  constructor(readonly fault: Fault) {
    super(`${fault.where}: ${fault.code}`);
  }
}

/** Why a call of the system failed. */
export function systemReason(error: unknown): SystemReason {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  if (code === 'EISDIR') return 'folder';
  if (code === 'EACCES' || code === 'EPERM') return 'forbidden';
  return { words: message };
}
