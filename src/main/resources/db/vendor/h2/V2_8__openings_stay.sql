-- Who opened what is sealed, and the reason, stays as it was written.
create trigger opening_stays before update, delete on opening for each row call 'org.kindtrail.database.RefuseChange';
create table opening_guard (id bigint references opening);
