-- As V1_1 had it.
create trigger movement_stays before update, delete on movement for each row call 'org.kindtrail.database.RefuseChange';
