create index balance_oldest_first on balance (item_id, expires_on, received_at, lot_id, place_id) where stored;
