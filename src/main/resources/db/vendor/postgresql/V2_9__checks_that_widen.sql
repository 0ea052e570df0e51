-- PostgreSQL named these checks itself, by their tables and columns.
alter table place drop constraint place_check;
alter table place drop constraint place_kind_check;
alter table conversion drop constraint conversion_kind_check;
