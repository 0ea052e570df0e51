-- The warehouse and the road: boxes and pallets that stand in other places and are moved whole, from hand to hand too.

-- place: containers, and where a partner without an account keeps what was handed over to it ----------------------------

alter table place drop constraint place_kind_known;
alter table place drop constraint place_boundary_of_nobody;
alter table place add constraint place_kind_known check (kind in ('SITE', 'SHELF', 'BOX', 'PALLET', 'FREIGHT',
  'CONSIGNMENT', 'PARTNER', 'FUND', 'DONATED', 'DELIVERED', 'CONVERTED', 'LET_GO', 'LOST', 'FOUND', 'PASSED_ON', 'PAID_OUT'));
alter table place add constraint place_boundary_of_nobody check ((organisation_id is null) = (kind in ('DONATED',
  'DELIVERED', 'CONVERTED', 'LET_GO', 'LOST', 'FOUND', 'PASSED_ON', 'PAID_OUT')));

-- Where the whole stands, however deep this is in it: a site, a consignment, a partner's store; null for these themselves.
alter table place add column top_id bigint references place;
update place set top_id = parent_id;
alter table place add constraint place_stands check ((top_id is null) = (parent_id is null));
alter table place add constraint place_container_stands check (kind not in ('SHELF', 'BOX', 'PALLET', 'FREIGHT') or parent_id is not null);
-- Nothing is put into a sealed container, and nothing taken out of it; with the number of the seal, if it has one.
alter table place add column sealed boolean default false not null;
alter table place add column seal varchar(40);
alter table place add constraint place_seal check (not sealed or kind in ('BOX', 'PALLET', 'FREIGHT'));
create index place_in_place on place (parent_id, active, id);
create index place_at_top on place (top_id, kind, id);

-- A container goes from place to place with all that is in it: one line here, and no movement of what is in it.
create sequence container_move_seq increment by 1;
create table container_move (
  id               bigint primary key,
  -- whose it was when it was written down
  organisation_id  bigint not null references organisation,
  place_id         bigint not null references place,
  -- null: it came to be there
  from_place_id    bigint references place,
  to_place_id      bigint not null references place,
  reason           varchar(16) not null,
  document         varchar(16) not null,
  why              varchar(500),
  occurred_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  recorded_by      bigint references person,
  check (from_place_id is null or from_place_id <> to_place_id)
);
create index container_move_of_place on container_move (place_id, id);
create index container_move_of_document on container_move (document, id);
create index container_move_from_place on container_move (from_place_id, id);
create index container_move_to_place on container_move (to_place_id, id);

-- stock: whose a balance is, is told by its place, so that a container changes hands whatever is in it ---------------------

drop index balance_of_item;
alter table balance drop column organisation_id;
-- A balance is at a physical place, never at a boundary, whoever's it is.
alter table place add column physical boolean default true not null;
update place set physical = (organisation_id is not null);
alter table place add constraint place_physical check (physical = (organisation_id is not null));
alter table place add constraint place_or_boundary unique (id, physical);
alter table balance add column physical boolean default true not null check (physical);
alter table balance add constraint balance_at_place foreign key (place_id, physical) references place (id, physical);
create index balance_of_item on balance (item_id, lot_id, place_id);
alter table allocation add column physical boolean default true not null check (physical);
alter table allocation add constraint allocation_at_physical_place foreign key (place_id, physical) references place (id, physical);
create index allocation_at_place on allocation (place_id, state);

-- the last day on which it is of use; null: it does not grow old
alter table lot add column expires_on date;
