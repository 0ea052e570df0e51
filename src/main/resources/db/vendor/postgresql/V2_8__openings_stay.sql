-- Who opened what is sealed, and the reason, stays as it was written.
create trigger opening_stays before update or delete on opening for each row execute function refuse_change();
create trigger opening_stays_whole before truncate on opening for each statement execute function refuse_change();
