-- A movement tells what it is of and what that was worth, so that a report of a year adds up the year's movements and looks at
-- no lot. The item is the lot's, by a foreign key; the worth is the part of the lot's, in the currency's minor unit, to its
-- millionth.
alter table movement add column item_id bigint;
alter table movement add column currency varchar(3);
alter table movement add column worth decimal(30, 6);
update movement set
  item_id = (select l.item_id from lot l where l.id = movement.lot_id),
  currency = (select l.currency from lot l where l.id = movement.lot_id),
  worth = (select cast(movement.quantity as decimal(38, 6)) * l.worth / l.quantity from lot l where l.id = movement.lot_id);
alter table movement alter column item_id set not null;
alter table movement add constraint movement_worth_in_a_currency check ((worth is null) = (currency is null));
alter table lot add constraint lot_of_one_item unique (id, item_id);
alter table movement add constraint movement_of_the_lots_item foreign key (lot_id, item_id) references lot (id, item_id);
