-- What another organisation met of a line is asked for no more; that may be all of it. PostgreSQL named the check itself.
alter table need_line drop constraint need_line_quantity_check;
alter table need_line add constraint need_line_quantity_known check (quantity >= 0);
