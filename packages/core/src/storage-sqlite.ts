export type { MigrationMode } from './storage/migration.js';
export type { SqliteConnectionOptions } from './storage/sqlite/connection.js';
export type { SqliteDriver, SqliteStatement, SqliteValue } from './storage/sqlite/driver.js';
export { type SqliteStoreOptions, sqliteStore } from './storage/sqlite/store.js';
