import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the tickets are for this run. */
export interface DatabaseFile {
  readonly path: string;
  /** Takes away what was made for this run only; a file of the user's stays. */
  discard(): void;
}

/** The user's own file, or one in a temporary folder. */
export function databaseFile(path: string | undefined): DatabaseFile {
  if (path !== undefined) return { path, discard: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'city-platform-'));
  return { path: join(folder, 'platform.db'), discard: () => rmSync(folder, { recursive: true, force: true }) };
}
