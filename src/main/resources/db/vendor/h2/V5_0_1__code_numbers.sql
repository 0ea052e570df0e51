-- Label codes are the numbers of this sequence, shuffled by this key: none can come twice, and none tells the next.
create sequence code_number_seq increment by 1000;
create table code_key (id integer primary key check (id = 1), shuffling varchar(36) not null);
insert into code_key values (1, cast(random_uuid() as varchar(36)));
