alter table outbox add column lease_until bigint not null default 0;
