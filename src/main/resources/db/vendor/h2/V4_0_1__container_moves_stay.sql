-- Where a container was stays as it was written.
create trigger container_move_stays before update, delete on container_move for each row call 'org.kindtrail.database.RefuseChange';
create table container_move_guard (id bigint references container_move);
