import type { Migration } from '../migration.js';

/**
 * The tables in SQLite. Every key begins with the ticket. Times are epoch milliseconds, hashes 32 bytes, JSON is text.
 * The number of applied steps stands in `pragma user_version`.
 */
export const sqliteMigrations: readonly Migration[] = [
  {
    name: '0001-tickets',
    sql: `create table ticket (
  id text primary key, number text not null unique, version integer not null, state text not null,
  lead text, assists text not null, handler text, applicant text, matter text, supervision integer not null,
  due_at integer not null, registered_at integer not null, search text not null,
  head blob not null, record text not null
) strict, without rowid;
create index ticket_by_lead on ticket (lead, state, id);
create index ticket_by_due on ticket (due_at, id);
create index ticket_by_registration on ticket (registered_at, id);
create index ticket_by_applicant on ticket (applicant, id) where applicant is not null;
create index ticket_by_handler on ticket (handler, id) where handler is not null;

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
pragma user_version = 1;
`,
  },
  {
    // A ticket's row is too long for a tree without rowids, which moves what is beyond a quarter of a page elsewhere.
    name: '0002-tickets-inline-outbox-leases',
    sql: `create table ticket_inline (
  id text primary key not null, number text not null unique, version integer not null, state text not null,
  lead text, assists text not null, handler text, applicant text, matter text, supervision integer not null,
  due_at integer not null, registered_at integer not null, search text not null,
  head blob not null, record text not null
) strict;
insert into ticket_inline select * from ticket;
drop table ticket;
alter table ticket_inline rename to ticket;
create index ticket_by_lead on ticket (lead, state, id);
create index ticket_by_due on ticket (due_at, id);
create index ticket_by_registration on ticket (registered_at, id);
create index ticket_by_applicant on ticket (applicant, id) where applicant is not null;
create index ticket_by_handler on ticket (handler, id) where handler is not null;

alter table outbox add column lease_until integer not null default 0;
pragma user_version = 2;
`,
  },
  {
    name: '0003-parties-and-tags',
    // Tickets that were written before say who else may list them with the next command that moves them in a list.
    sql: `alter table ticket add column parties text not null default '[]';
alter table ticket add column tags text not null default '[]';
alter table ticket add column confidential integer not null default 1;
create index ticket_with_parties on ticket (parties, id) where parties <> '[]';
pragma user_version = 3;
`,
  },
];
