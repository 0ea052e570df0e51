-- H2 numbers the checks that were given no name; they are found by what they say.
execute immediate 'alter table place drop constraint ' || quote_ident((
  select c.constraint_name from information_schema.check_constraints c
  join information_schema.table_constraints t on t.constraint_schema = c.constraint_schema and t.constraint_name = c.constraint_name
  where lower(t.table_name) = 'place' and t.constraint_type = 'CHECK' and c.check_clause like '%SHELF%'));
execute immediate 'alter table place drop constraint ' || quote_ident((
  select c.constraint_name from information_schema.check_constraints c
  join information_schema.table_constraints t on t.constraint_schema = c.constraint_schema and t.constraint_name = c.constraint_name
  where lower(t.table_name) = 'place' and t.constraint_type = 'CHECK' and c.check_clause like '%LET_GO%'));
execute immediate 'alter table conversion drop constraint ' || quote_ident((
  select c.constraint_name from information_schema.check_constraints c
  join information_schema.table_constraints t on t.constraint_schema = c.constraint_schema and t.constraint_name = c.constraint_name
  where lower(t.table_name) = 'conversion' and t.constraint_type = 'CHECK' and c.check_clause like '%SORTING%'));
