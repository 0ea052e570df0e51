-- What is brought in from spreadsheets. Files and rows are kept until 30 days after an import has ended; what it made stays.

create sequence sheet_import_seq increment by 10;

create table sheet_import (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  kind             varchar(16) not null,
  state            varchar(10) not null check (state in
                     ('UPLOADED', 'CHECKING', 'CHECKED', 'TAKING', 'TAKEN', 'REVERSING', 'REVERSED')),
  file_name        varchar(200),
  format           varchar(8) not null,
  encoding         varchar(16),
  separator        varchar(12),
  sheet            varchar(200),
  -- JSON: the names of all sheets; the columns of the file; which of them is which of ours, and what is the same for all rows
  sheets           text not null,
  columns          text not null,
  mapping          text not null,
  -- by what files with the same header are told
  header           varchar(64) not null,
  language         varchar(8) not null,
  row_count        integer not null,
  last_row         integer not null,
  -- the number of the last row that was checked, and of the last that was taken or left
  checked_to       integer not null,
  taken_to         integer not null,
  good             integer not null,
  wrong            integer not null,
  known            integer not null,
  taken            integer not null,
  only_all         boolean not null,
  -- JSON: why the last act could not be done; null when it could
  problem          text,
  why              varchar(500),
  created_at       timestamp(6) with time zone not null,
  created_by       bigint not null references person,
  ended_at         timestamp(6) with time zone,
  cleared_at       timestamp(6) with time zone,
  version          integer not null,
  check (good >= 0 and wrong >= 0 and known >= 0 and taken >= 0)
);
create index sheet_import_of_organisation on sheet_import (organisation_id, id);
create index sheet_import_by_state on sheet_import (state, id);

-- A row of the file as its columns were matched. The cells of what is personal are sealed, and are null here.
create table sheet_import_row (
  import_id    bigint not null references sheet_import,
  number       integer not null,
  state        varchar(8) not null check (state in ('GOOD', 'WRONG', 'KNOWN', 'TAKEN', 'REVERSED')),
  cells        text,
  fingerprint  varchar(40) not null,
  -- JSON: what is wrong
  faults       text,
  -- the code of what it became
  document     varchar(60),
  primary key (import_id, number)
);
create index sheet_import_row_by_state on sheet_import_row (import_id, state, number);

-- What was taken and not reversed: the same row is not taken twice. It outlives the rows. The fingerprint stands first in the
-- key, so that many are looked up by it.
create table sheet_import_taken (
  organisation_id  bigint not null references organisation,
  kind             varchar(16) not null,
  fingerprint      varchar(40) not null,
  import_id        bigint not null references sheet_import,
  primary key (fingerprint, organisation_id, kind)
);
create index sheet_import_taken_by_import on sheet_import_taken (import_id);

-- How the columns of a header were matched last.
create table sheet_mapping (
  organisation_id  bigint not null references organisation,
  kind             varchar(16) not null,
  header           varchar(64) not null,
  mapping          text not null,
  primary key (organisation_id, kind, header)
);
