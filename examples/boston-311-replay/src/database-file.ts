import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ReplayError, systemReason } from './replay-error.js';

/** The file that the tickets live in for one run. */
export interface DatabaseFile {
  readonly path: string;
  /** Whether it stays when the run has gone well. */
  readonly kept: boolean;
  /** Takes away what this run made; a database that was there before is left alone. */
  discard(): void;
}

/** SQLite keeps these beside the file while it works. */
const companions = ['', '-wal', '-shm', '-journal'];

/**
 * A database at a path of the user's, or one in a temporary folder of its own.
 * @throws ReplayError `emptyPath`, `noTemporaryFolder`
 */
export function databaseFile(path: string | undefined): DatabaseFile {
  if (path === '') throw new ReplayError({ code: 'emptyPath', where: '--db' });
  if (path !== undefined) {
    const wasThere = existsSync(path);
    return {
      path,
      kept: true,
      discard: () => {
        if (wasThere) return;
        for (const made of companions.map((companion) => `${path}${companion}`).filter(existsSync)) rmSync(made);
      },
    };
  }
  const folder = temporaryFolder();
  return {
    path: join(folder, 'replay.db'),
    kept: false,
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function temporaryFolder(): string {
  const prefix = join(tmpdir(), 'boston-311-replay-');
  try {
    return mkdtempSync(prefix);
  } catch (cause) {
    throw new ReplayError({ code: 'noTemporaryFolder', where: dirname(prefix), reason: systemReason(cause) });
  }
}
