-- A movement, once written, stays as it is: the database refuses to change or remove one, whoever asks.
-- TRUNCATE runs no row trigger in H2 and is refused there for a table that a foreign key points to; the guard
-- tables give lot, movement and note such a key.
create trigger movement_stays before update, delete on movement for each row call 'org.kindtrail.database.RefuseChange';
create trigger lot_stays before update, delete on lot for each row call 'org.kindtrail.database.RefuseChange';
create trigger note_stays before update, delete on note for each row call 'org.kindtrail.database.RefuseChange';
create table movement_guard (id bigint references movement);
create table note_guard (id bigint references note);
