-- What somebody counted, and what the ledger said then, stays as it was written.
create trigger stock_count_stays before update, delete on stock_count for each row call 'org.kindtrail.database.RefuseChange';
create trigger expected_lot_stays before update, delete on expected_lot for each row call 'org.kindtrail.database.RefuseChange';
