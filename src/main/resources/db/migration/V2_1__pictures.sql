-- Photographs and stories with recorded consent. What is withdrawn loses its image and words; that it was there, who
-- consented and who withdrew it stays.

create sequence picture_seq increment by 50;
create sequence picture_consent_seq increment by 50;

create table picture (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  kind             varchar(12) not null check (kind in ('PHOTOGRAPH', 'STORY')),
  drive_id         bigint references drive,
  dispatch_id      bigint references dispatch,
  words            varchar(2000),
  shows            varchar(300),
  width            integer,
  height           integer,
  -- to whom it may be shown; null while no consent stands
  audience         varchar(10) check (audience in ('HOUSE', 'DONORS', 'PUBLIC')),
  -- the latest consent; it stays when the picture has ended
  consent_id       bigint,
  added_at         timestamp(6) with time zone not null,
  added_by         bigint not null references person,
  ending           varchar(10) check (ending in ('WITHDRAWN', 'REMOVED')),
  ended_at         timestamp(6) with time zone,
  ended_by         bigint references person,
  ended_why        varchar(500),
  version          integer not null,
  check ((drive_id is null) <> (dispatch_id is null)),
  check ((width is null) = (height is null)),
  check ((ending is null) = (ended_at is null)),
  check (ending is null or (words is null and shows is null and width is null and audience is null)),
  check (audience is null or consent_id is not null)
);
create index picture_of_organisation on picture (organisation_id, id);
create index picture_of_drive on picture (drive_id, id);
create index picture_of_dispatch on picture (dispatch_id, id);

-- Only what the house has drawn anew from what was sent: a JPEG without anything beside the picture.
create table picture_image (
  picture_id  bigint primary key references picture,
  jpeg        bytea not null
);

-- Every consent that was recorded, without names. Only added to.
create table picture_consent (
  id           bigint primary key,
  picture_id   bigint not null references picture,
  audience     varchar(10) not null check (audience in ('HOUSE', 'DONORS', 'PUBLIC')),
  given_by     varchar(14) not null check (given_by in ('PEOPLE_SHOWN', 'PLACE_KEEPER', 'GUARDIAN', 'NOBODY_SHOWN')),
  given_how    varchar(8) check (given_how in ('WRITTEN', 'SPOKEN')),
  given_on     date not null,
  recorded_at  timestamp(6) with time zone not null,
  recorded_by  bigint not null references person
);
create index consent_of_picture on picture_consent (picture_id, id);
