import { canonicalHash } from './canonical.js';

/** What of an event its reader gets in an export, and what proves that it was made of that event. */
export interface ProjectedLine {
  readonly ticket: string;
  readonly version: number;
  /** What they may read: the event without what leads to a reporter, or its entry in their timeline; nothing, else. */
  readonly event?: unknown;
  readonly entry?: unknown;
  /** Hash over the secret of the export, the event's own hash, and the rest of the line. */
  readonly seal: string;
}

/** Whether a line of an export is a cut one. */
export function isProjected(line: object): line is ProjectedLine {
  return 'seal' in line;
}

/**
 * The seal of a line. The event's own hash is not given away: whoever holds all of an event but one name could try names
 * until the hash fits. With the secret in it, only those who made the export can check a line against the log.
 */
export function sealOf(key: string, eventHash: string, line: object): string {
  const { seal: _seal, ...rest } = line as { readonly seal?: string };
  return canonicalHash([key, eventHash, rest]);
}
