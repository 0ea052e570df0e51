-- People of one household alone are told by no report, however many they are (docs/adr/0019). Copied as the rest of the row is: the kind
-- of a recipient may change, what was told of a month may not.
alter table helped add column household_id bigint references recipient;
update helped set household_id = (select n.recipient_id from need n join recipient r on r.id = n.recipient_id
  where n.id = helped.need_id and r.kind = 'HOUSEHOLD');
