-- When the ledger of the installation was verified last, and what was found; one row. For the metrics.
create table ledger_verified (
  id           integer primary key check (id = 1),
  verified_at  timestamp(6) with time zone,
  differences  bigint
);
insert into ledger_verified (id) values (1);

-- What is late is counted every few seconds.
create index dispatch_by_departure on dispatch (state, departed_at);
create index shipment_by_arrival on shipment (state, planned_arrival);
