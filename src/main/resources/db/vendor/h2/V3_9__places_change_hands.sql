-- H2 numbers the keys that were given no name; they are found by the table and by both their columns.
execute immediate 'alter table balance drop constraint ' || quote_ident((
  select c.constraint_name from information_schema.table_constraints c
  join information_schema.key_column_usage k on k.constraint_schema = c.constraint_schema and k.constraint_name = c.constraint_name
  where lower(c.table_name) = 'balance' and c.constraint_type = 'FOREIGN KEY' and lower(k.column_name) = 'place_id'));
execute immediate 'alter table allocation drop constraint ' || quote_ident((
  select c.constraint_name from information_schema.table_constraints c
  join information_schema.key_column_usage k on k.constraint_schema = c.constraint_schema and k.constraint_name = c.constraint_name
  where lower(c.table_name) = 'allocation' and c.constraint_type = 'FOREIGN KEY' and lower(k.column_name) = 'place_id'));
execute immediate 'alter table balance drop constraint ' || quote_ident((
  select c.constraint_name from information_schema.table_constraints c
  join information_schema.key_column_usage k on k.constraint_schema = c.constraint_schema and k.constraint_name = c.constraint_name
  where lower(c.table_name) = 'balance' and c.constraint_type = 'FOREIGN KEY' and lower(k.column_name) = 'organisation_id'));
