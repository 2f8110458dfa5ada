import { HotlineError } from '../../errors.js';
import type { SqliteDriver } from './driver.js';

/**
 * The tables, one plain SQL step a version; a step that was released never changes. Every key begins with the ticket.
 * Times are epoch milliseconds, hashes 32 bytes, JSON is text.
 */
const migrations: readonly string[] = [
  `
  create table ticket (
    id text primary key, number text not null unique, version integer not null, state text not null, lead text,
    head blob not null, record text not null
  ) strict, without rowid;
  create index ticket_by_lead on ticket (lead, state, id);

  create table event (
    ticket text not null, version integer not null, type text not null, v integer not null,
    at integer not null, recorded_at integer not null, actor text not null, command text not null, correlation text,
    machine text not null, rules text not null, calendar text not null, state text not null, data text not null,
    prev_hash blob not null, hash blob not null,
    primary key (ticket, version)
  ) strict, without rowid;

  create table command (
    ticket text not null, id text not null, body_hash blob not null,
    first_version integer not null, last_version integer not null,
    primary key (ticket, id)
  ) strict, without rowid;

  create table deadline (
    ticket text not null, clock text not null, due_at integer not null, lease_until integer not null default 0,
    primary key (ticket, clock)
  ) strict, without rowid;
  create index deadline_by_due on deadline (due_at);

  create table outbox (
    ticket text not null, version integer not null, primary key (ticket, version)
  ) strict, without rowid;

  create table caller (ticket text primary key, identity text not null) strict, without rowid;

  create table number_block (scope text primary key, next integer not null) strict, without rowid;
  `,
];

/**
 * Brings a database to the newest version of the tables, each step in one transaction.
 * @throws HotlineError `storeUnavailable` where the file was written by a newer version of this package
 */
export function migrate(database: SqliteDriver, where: string): void {
  const { user_version } = database.prepare('pragma user_version').get() as { user_version: number | bigint };
  const version = Number(user_version);
  if (version > migrations.length) {
    throw new HotlineError(
      'storeUnavailable',
      `the tables have version ${version}, this package knows ${migrations.length}`,
      {
        where,
        fix: 'update @hotline-kit/core',
      },
    );
  }
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue;
    database.exec('begin immediate');
    try {
      database.exec(`${step}; pragma user_version = ${index + 1}`);
      database.exec('commit');
    } catch (error) {
      database.exec('rollback');
      throw error;
    }
  }
}
