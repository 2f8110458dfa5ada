import { existsSync } from 'node:fs';
import { EXIT, type ExitCode, type Terminal } from '@hotline-kit/rules/command-line';
import { HotlineError } from '../errors.js';
import { type Migration, pendingMigrations } from '../storage/migration.js';
import { versionOf as postgresVersion } from '../storage/postgres/bring-up-to-date.js';
import { DEFAULT_SCHEMA, quoted } from '../storage/postgres/connection.js';
import { postgresMigrations } from '../storage/postgres/migrations.js';
import { versionOf as sqliteVersion } from '../storage/sqlite/bring-up-to-date.js';
import { openSqlite } from '../storage/sqlite/driver.js';
import { sqliteMigrations } from '../storage/sqlite/migrations.js';
import { type DatabaseOptions, isPostgres, withPool } from './with-store.js';

/** The steps to print, and what they stand in. */
interface Script {
  readonly before: string;
  readonly steps: readonly Migration[];
}

/**
 * Prints, as one transaction, the steps that a database lacks. They write down that they were taken, so that whoever may
 * change tables can run them, and the desk finds what it needs.
 */
export async function printScript(
  database: string,
  { schema = DEFAULT_SCHEMA }: DatabaseOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { before, steps } = isPostgres(database)
    ? await forPostgres(database, schema, terminal)
    : await forSqlite(database);
  if (steps.length === 0) {
    terminal.print(`-- ${terminal.say({ zh: '数据表为最新', en: 'the tables are up to date' })}`);
    return EXIT.ok;
  }
  terminal.write(`${before}\n`);
  for (const { name, sql } of steps) terminal.write(`-- ${name}\n${sql}\n`);
  terminal.write('commit;\n');
  return EXIT.ok;
}

async function forSqlite(file: string): Promise<Script> {
  const before = 'begin immediate;\n';
  if (!existsSync(file)) return { before, steps: sqliteMigrations };
  const database = await openSqlite(file);
  try {
    return { before, steps: pendingMigrations(sqliteMigrations, sqliteVersion(database), 'apply', file) };
  } finally {
    database.close();
  }
}

async function forPostgres(url: string, schema: string, terminal: Terminal): Promise<Script> {
  const name = quoted(schema);
  const within = `set local search_path = ${name};\n`;
  const anew = `begin;\ncreate schema if not exists ${name};\n${within}`;
  try {
    const version = await withPool(url, (pool) => postgresVersion(pool, schema));
    const steps = pendingMigrations(postgresMigrations, version, 'apply', `schema ${schema}`);
    return { before: version === 0 ? anew : `begin;\n${within}`, steps };
  } catch (error) {
    if (error instanceof HotlineError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    const text = {
      zh: `无法连接数据库（${why}），以下为全部步骤`,
      en: `the database cannot be reached (${why}): these are all steps`,
    };
    terminal.complain(terminal.say(text));
    return { before: anew, steps: postgresMigrations };
  }
}
