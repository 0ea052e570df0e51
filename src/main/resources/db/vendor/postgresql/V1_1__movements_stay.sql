-- A movement, once written, stays as it is: the database refuses to change or remove one, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to: reverse what is wrong instead', tg_table_name;
end $$;

create trigger movement_stays before update or delete on movement for each row execute function refuse_change();
create trigger movement_stays_whole before truncate on movement for each statement execute function refuse_change();
create trigger lot_stays before update or delete on lot for each row execute function refuse_change();
create trigger lot_stays_whole before truncate on lot for each statement execute function refuse_change();
create trigger note_stays before update or delete on note for each row execute function refuse_change();
create trigger note_stays_whole before truncate on note for each statement execute function refuse_change();
