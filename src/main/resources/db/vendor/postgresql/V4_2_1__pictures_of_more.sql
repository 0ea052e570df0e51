-- The first check of the table over more than one column.
alter table picture drop constraint picture_check;
