-- The workshop: kits and what they are made of, and the works in which goods change shape.

create sequence kit_seq increment by 10;
create sequence kit_part_seq increment by 50;
create sequence kit_choice_seq increment by 50;
create sequence work_seq increment by 50;

create table kit (
  id                bigint primary key,
  organisation_id   bigint not null references organisation,
  code              varchar(16) not null unique,
  -- what comes of it
  item_id           bigint not null references item,
  -- the item while this is how it is packed; unique, so there is one recipe for an item at a time
  standing_item_id  bigint references item,
  remark            varchar(500) not null,
  defined_at        timestamp(6) with time zone not null,
  defined_by        bigint not null references person,
  retired_at        timestamp(6) with time zone,
  version           integer not null,
  unique (organisation_id, standing_item_id),
  check ((retired_at is null) = (standing_item_id is not null))
);
create index kit_of_organisation on kit (organisation_id, id);

create table kit_part (
  id        bigint primary key,
  kit_id    bigint not null references kit,
  line      integer not null,
  -- for one kit, in the unit of its items
  quantity  bigint not null check (quantity > 0),
  unique (kit_id, line)
);

create table kit_choice (
  id          bigint primary key,
  part_id     bigint not null references kit_part,
  -- 1: taken first
  preference  integer not null,
  item_id     bigint not null references item,
  -- null: any
  size        varchar(20),
  unique (part_id, preference)
);

create table work (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  kind             varchar(10) not null check (kind in ('KIT', 'OPENING', 'WORKSHOP', 'GRADING')),
  kit_id           bigint references kit,
  drive_id         bigint references drive,
  -- of an opening: the work that packed the kits
  packed_by_id     bigint references work,
  place_id         bigint not null references place,
  -- kits packed or opened, or what was graded of a lot; a step of a workshop has only what went in and came out
  quantity         bigint check (quantity > 0),
  remark           varchar(500) not null,
  occurred_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  recorded_by      bigint not null references person,
  reversed_at      timestamp(6) with time zone,
  check ((kind = 'WORKSHOP') = (drive_id is not null)),
  check ((kind = 'OPENING') = (packed_by_id is not null)),
  check ((kind = 'WORKSHOP') = (quantity is null))
);
create index work_of_organisation on work (organisation_id, id);
create index work_of_drive on work (drive_id, id);
create index work_that_opened on work (packed_by_id);

-- Which lots filled which part when kits were packed, and which of them came back when kits were opened.
create table work_part (
  work_id   bigint not null references work,
  part      integer not null,
  lot_id    bigint not null references lot,
  quantity  bigint not null check (quantity > 0),
  primary key (work_id, part, lot_id)
);
