import type { Migration } from '../migration.js';

/**
 * The tables in PostgreSQL 14 and later. Every key of a ticket's rows begins with the ticket, so they can be spread
 * over machines by it; `number_block` and `migration` are small tables of their own. Times are epoch milliseconds,
 * hashes 32 bytes, JSON is text. Ids are compared byte by byte (collation C), the same in every database.
 */
export const postgresMigrations: readonly Migration[] = [
  {
    name: '0001-tickets',
    sql: `create table if not exists migration (version integer primary key, name text not null);

create table ticket (
  id text collate "C" primary key, number text collate "C" not null, version integer not null, state text not null,
  lead text, assists text[] not null, handler text, applicant text, matter text, supervision smallint not null,
  due_at bigint not null, registered_at bigint not null, search text not null,
  head bytea not null, record text not null
);
create index ticket_by_number on ticket (number);
create index ticket_by_lead on ticket (lead, state, id);
create index ticket_by_due on ticket (due_at, id);
create index ticket_by_registration on ticket (registered_at, id);
create index ticket_by_applicant on ticket (applicant, id) where applicant is not null;
create index ticket_by_handler on ticket (handler, id) where handler is not null;

create table event (
  ticket text collate "C" not null, version integer not null, type text not null, v smallint not null,
  at bigint not null, recorded_at bigint not null, actor text not null, command text not null, correlation text,
  machine text not null, rules text not null, calendar text not null, state text not null, data text not null,
  prev_hash bytea not null, hash bytea not null,
  primary key (ticket, version)
);

create table command (
  ticket text collate "C" not null, id text collate "C" not null, body_hash bytea not null,
  first_version integer not null, last_version integer not null,
  primary key (ticket, id)
);

create table deadline (
  ticket text collate "C" not null, clock text collate "C" not null,
  due_at bigint not null, lease_until bigint not null default 0,
  primary key (ticket, clock)
);
create index deadline_by_due on deadline (due_at);

create table outbox (
  ticket text collate "C" not null, version integer not null, primary key (ticket, version)
);

create table caller (ticket text collate "C" primary key, identity text not null);

create table number_block (scope text primary key, next bigint not null);
insert into migration (version, name) values (1, '0001-tickets');
`,
  },
  {
    name: '0002-outbox-leases',
    sql: `alter table outbox add column lease_until bigint not null default 0;
insert into migration (version, name) values (2, '0002-outbox-leases');
`,
  },
  {
    name: '0003-parties-and-tags',
    // Tickets that were written before say who else may list them with the next command that moves them in a list.
    sql: `alter table ticket add column parties text[] not null default '{}';
alter table ticket add column tags text[] not null default '{}';
alter table ticket add column confidential integer not null default 1;
create index ticket_by_party on ticket using gin (parties);
create index ticket_by_tag on ticket using gin (tags);
insert into migration (version, name) values (3, '0003-parties-and-tags');
`,
  },
];
