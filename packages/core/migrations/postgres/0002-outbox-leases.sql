alter table outbox add column lease_until bigint not null default 0;
insert into migration (version, name) values (2, '0002-outbox-leases');
