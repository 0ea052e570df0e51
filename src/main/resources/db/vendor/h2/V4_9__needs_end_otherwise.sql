-- H2 numbers the checks that were given no name; it is found by what it says.
execute immediate 'alter table need drop constraint ' || quote_ident((
  select c.constraint_name from information_schema.check_constraints c
  join information_schema.table_constraints t on t.constraint_schema = c.constraint_schema and t.constraint_name = c.constraint_name
  where lower(t.table_name) = 'need' and t.constraint_type = 'CHECK' and c.check_clause like '%WITHDRAWN%'));
