-- PostgreSQL named the check itself, by its table and column.
alter table need drop constraint need_state_check;
