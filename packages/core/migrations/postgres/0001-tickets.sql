create table if not exists migration (version integer primary key, name text not null);

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
