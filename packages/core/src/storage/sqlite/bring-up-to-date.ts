import { type MigrationMode, pendingMigrations } from '../migration.js';
import type { SqliteDriver } from './driver.js';
import { sqliteMigrations } from './migrations.js';

/**
 * Brings a database to the newest version of the tables, each step in one transaction.
 * @throws HotlineError `storeOutdated` where the tables are not what this package needs and may not be changed
 */
export function bringUpToDate(database: SqliteDriver, where: string, mode: MigrationMode): void {
  if (pendingMigrations(sqliteMigrations, versionOf(database), mode, where).length === 0) return;
  database.exec('begin immediate');
  try {
    // Asked again under the lock: another process may have been faster.
    for (const { sql } of pendingMigrations(sqliteMigrations, versionOf(database), mode, where)) database.exec(sql);
    database.exec('commit');
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}

/** How many steps a database has. */
export function versionOf(database: SqliteDriver): number {
  const { user_version } = database.prepare('pragma user_version').get() as { user_version: number | bigint };
  return Number(user_version);
}
