-- The warehouse: what is set apart, what expires, and what there should always be of a thing.

-- Whether lots of the item may bear a last day of use.
alter table item add column expires boolean default false not null;
-- The last day on which what was found in a bag is of use; null: it does not grow old.
alter table sorting_line add column expires_on date;
create index lot_by_expiry on lot (expires_on, id);
-- Documents of one kind, the newest first.
create index movement_by_reason on movement (organisation_id, reason, recorded_at, document);
create index container_move_of_organisation on container_move (organisation_id, recorded_at, document);

-- hold: what of it is set apart are allocations with its code, and purpose 0 -------------------------------------------

create sequence hold_seq increment by 50;
create table hold (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  kind             varchar(10) not null check (kind in ('QUARANTINE', 'CHECK', 'OTHER')),
  why              varchar(500) not null,
  made_at          timestamp(6) with time zone not null,
  made_by          bigint not null references person,
  -- when the last of it was released, and what came of it
  released_at      timestamp(6) with time zone,
  released_by      bigint references person,
  outcome          varchar(500),
  version          integer not null,
  check ((released_at is null) = (released_by is null)),
  check ((released_at is null) = (outcome is null))
);
create index hold_of_organisation on hold (organisation_id, id);

create sequence hold_line_seq increment by 500;
create table hold_line (
  id             bigint primary key,
  hold_id        bigint not null references hold,
  line           integer not null,
  lot_id         bigint not null references lot,
  place_id       bigint not null references place,
  -- what keeps it back now, or did last
  allocation_id  bigint not null references allocation,
  quantity       bigint not null check (quantity > 0),
  released       bigint not null check (released >= 0),
  check (released <= quantity),
  unique (hold_id, line)
);
create index hold_line_of_allocation on hold_line (allocation_id);

-- minimum level: so much of an item there should always be at a site -----------------------------------------------------

create sequence minimum_level_seq increment by 50;
create table minimum_level (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  site_id          bigint not null references place,
  item_id          bigint not null references item,
  -- empty: all sizes together
  size             varchar(20) not null,
  quantity         bigint not null check (quantity > 0),
  set_at           timestamp(6) with time zone not null,
  set_by           bigint not null references person,
  unique (site_id, item_id, size)
);
create index minimum_level_of_organisation on minimum_level (organisation_id, id);
