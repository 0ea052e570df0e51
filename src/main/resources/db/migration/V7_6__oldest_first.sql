-- What is given first is found in this order, without looking at all that lies there: both days are the lot's, which never change.
-- Stored is what lies at a site, on a shelf or in a container, and not what was sent off or handed over, of which there is ever more.
-- A node of the release before leaves the days empty; such a row comes last, until it is written anew.
alter table balance add column expires_on date;
alter table balance add column received_at timestamp(6) with time zone;
alter table balance add column stored boolean default true not null;
update balance set
  expires_on = (select l.expires_on from lot l where l.id = balance.lot_id),
  received_at = (select l.received_at from lot l where l.id = balance.lot_id),
  stored = (select p.kind not in ('CONSIGNMENT', 'PARTNER', 'FUND') from place p where p.id = balance.place_id);
