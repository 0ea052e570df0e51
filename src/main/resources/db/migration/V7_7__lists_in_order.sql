-- Each list is read from the end of an index of its own, so that a page costs the same after ten years.
create index thanks_newest on thanks (organisation_id, id);
create index drive_newest on drive (organisation_id, id);
create index place_by_number on place (organisation_id, id);
create index stock_count_newest on stock_count (stocktake_id, id);
create index write_off_line_by_number on write_off_line (write_off_id, id);
