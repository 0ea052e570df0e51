-- What another organisation met of a line is asked for no more; that may be all of it. H2 numbers the checks that were given no
-- name; it is found by what it says.
execute immediate 'alter table need_line drop constraint ' || quote_ident((
  select c.constraint_name from information_schema.check_constraints c
  join information_schema.table_constraints t on t.constraint_schema = c.constraint_schema and t.constraint_name = c.constraint_name
  where lower(t.table_name) = 'need_line' and t.constraint_type = 'CHECK' and c.check_clause like '%QUANTITY%'));
alter table need_line add constraint need_line_quantity_known check (quantity >= 0);
