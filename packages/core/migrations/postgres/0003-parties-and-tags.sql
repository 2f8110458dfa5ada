alter table ticket add column parties text[] not null default '{}';
alter table ticket add column tags text[] not null default '{}';
alter table ticket add column confidential integer not null default 1;
create index ticket_by_party on ticket using gin (parties);
create index ticket_by_tag on ticket using gin (tags);
insert into migration (version, name) values (3, '0003-parties-and-tags');
