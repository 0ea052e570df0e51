-- What was made of what, and who has a share in it, stays as it was written.
create trigger conversion_input_stays before update, delete on conversion_input for each row call 'org.kindtrail.database.RefuseChange';
create trigger lot_share_stays before update, delete on lot_share for each row call 'org.kindtrail.database.RefuseChange';
create trigger standard_value_stays before update, delete on standard_value for each row call 'org.kindtrail.database.RefuseChange';
create table standard_value_guard (id bigint references standard_value);
