-- By what names are found, however they are typed (kernel.SearchKey). Names that are there already are found as they are
-- written, in any case, and in other letters from the next time that they are changed.
alter table donor add column search_key varchar(801);
alter table recipient add column search_key varchar(801);
alter table place add column search_key varchar(801);
update donor set search_key = replace(lower(known_as), 'ё', 'е') || chr(9) where known_as is not null;
update recipient set search_key = replace(lower(alias), 'ё', 'е') || chr(9);
update place set search_key = replace(lower(name), 'ё', 'е') || chr(9);
