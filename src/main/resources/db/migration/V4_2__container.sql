-- Boxes, pallets and freight containers: what they measure and how they are to be handled. Where they stand is in place.

create table container (
  place_id        bigint primary key references place,
  -- with what is in it, and empty, in grams
  weight          bigint check (weight > 0),
  tare            bigint check (tare > 0),
  -- outside, in millimetres
  length_mm       integer check (length_mm > 0),
  width_mm        integer check (width_mm > 0),
  height_mm       integer check (height_mm > 0),
  fragile         boolean not null,
  this_side_up    boolean not null,
  keep_dry        boolean not null,
  heavy           boolean not null,
  do_not_stack    boolean not null,
  version         integer not null,
  check (tare <= weight)
);

-- what was put into a box and taken out of it
create index movement_from_place on movement (from_place_id, id);
create index movement_to_place on movement (to_place_id, id);
