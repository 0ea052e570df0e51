-- PostgreSQL named these keys itself, by their tables and columns.
alter table balance drop constraint balance_place_id_organisation_id_fkey;
alter table allocation drop constraint allocation_place_id_organisation_id_fkey;
