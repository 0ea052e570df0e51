-- Where a container was stays as it was written.
create trigger container_move_stays before update or delete on container_move for each row execute function refuse_change();
create trigger container_move_stays_whole before truncate on container_move for each statement execute function refuse_change();
