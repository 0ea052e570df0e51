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

-- Photographs of a lot or a container too; these the house alone sees.
alter table picture add column lot_id bigint references lot;
alter table picture add column place_id bigint references place;
alter table picture add constraint picture_about_one check (
  case when drive_id is null then 0 else 1 end + case when dispatch_id is null then 0 else 1 end
    + case when lot_id is null then 0 else 1 end + case when place_id is null then 0 else 1 end = 1);
alter table picture add constraint picture_of_goods_inside check (audience is null or audience = 'HOUSE' or (lot_id is null and place_id is null));
create index picture_of_lot on picture (lot_id, id);
create index picture_of_place on picture (place_id, id);
