-- Photographs of a lot or a container too; these the house alone sees.
alter table picture add column lot_id bigint references lot;
alter table picture add column place_id bigint references place;
alter table picture add constraint picture_about_one check (
  case when drive_id is null then 0 else 1 end + case when dispatch_id is null then 0 else 1 end
    + case when lot_id is null then 0 else 1 end + case when place_id is null then 0 else 1 end = 1);
alter table picture add constraint picture_of_goods_inside check (audience is null or audience = 'HOUSE' or (lot_id is null and place_id is null));
create index picture_of_lot on picture (lot_id, id);
create index picture_of_place on picture (place_id, id);
