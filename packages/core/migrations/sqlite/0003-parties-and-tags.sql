alter table ticket add column parties text not null default '[]';
alter table ticket add column tags text not null default '[]';
alter table ticket add column confidential integer not null default 1;
create index ticket_with_parties on ticket (parties, id) where parties <> '[]';
pragma user_version = 3;
