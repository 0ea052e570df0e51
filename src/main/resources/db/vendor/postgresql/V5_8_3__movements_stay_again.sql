-- As V1_1 had it.
create trigger movement_stays before update or delete on movement for each row execute function refuse_change();
