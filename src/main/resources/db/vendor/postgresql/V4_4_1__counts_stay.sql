-- What somebody counted, and what the ledger said then, stays as it was written.
create trigger stock_count_stays before update or delete on stock_count for each row execute function refuse_change();
create trigger stock_count_stays_whole before truncate on stock_count for each statement execute function refuse_change();
create trigger expected_lot_stays before update or delete on expected_lot for each row execute function refuse_change();
create trigger expected_lot_stays_whole before truncate on expected_lot for each statement execute function refuse_change();
