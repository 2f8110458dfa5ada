create table ticket_inline (
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
