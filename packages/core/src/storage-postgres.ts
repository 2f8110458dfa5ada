export type { MigrationMode } from './storage/migration.js';
export type { PostgresClient, PostgresConnection, PostgresPool, PostgresQuery } from './storage/postgres/connection.js';
export { type PostgresStoreOptions, postgresStore } from './storage/postgres/store.js';
