-- The logo at the head of what an organisation prints: only what the house has drawn anew from what was sent, a PNG without
-- anything beside the picture.
create table organisation_logo (
  organisation_id  bigint primary key references organisation,
  png              bytea not null,
  width            integer not null check (width between 1 and 600),
  height           integer not null check (height between 1 and 300),
  changed_at       timestamp(6) with time zone not null
);
