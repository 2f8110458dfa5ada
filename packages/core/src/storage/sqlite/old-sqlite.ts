import process from 'node:process';
import type { SqliteDriver } from './driver.js';

/**
 * The first SQLite in which two connections that write and checkpoint at the same instant lose nothing: before it the
 * WAL-reset bug could lose a commit or damage the file.
 */
const soundForSeveral: readonly number[] = [3, 51, 3];

/** Tells the operator where several processes on one file would not be safe. One process is. */
export function warnOfOldSqlite(database: SqliteDriver, where: string): void {
  const { version } = database.prepare('select sqlite_version() as version').get() as { version: string };
  if (where === ':memory:' || !isOlder(version)) return;
  process.emitWarning(
    `${where}: SQLite ${version} can lose a commit when several processes write. Use 3.51.3 or later, or one process.`,
    {
      type: 'HotlineWarning',
      code: 'HOTLINE_OLD_SQLITE',
    },
  );
}

/** Whether a version is older than the first that is sound for several processes. */
export function isOlder(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, sound] of soundForSeveral.entries()) {
    const part = parts[index] ?? 0;
    if (part !== sound) return part < sound;
  }
  return false;
}
