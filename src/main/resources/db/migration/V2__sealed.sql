-- Sealed texts: encrypted with keys that are not in the database, and the list of who opened what.

create sequence opening_seq increment by 50;

-- The keys that something here may be sealed with, by their numbers; the keys themselves are elsewhere.
create table sealing_key (
  id       integer primary key,
  made_at  timestamp(6) with time zone not null
);

-- One field of one owner. Content is base64 of AES-256-GCM with the owner's identity bound in.
create table sealed (
  owner            varchar(16) not null,
  owner_id         bigint not null,
  field            varchar(20) not null,
  organisation_id  bigint not null references organisation,
  key_id           integer not null references sealing_key,
  content          text not null,
  -- keyed hash of the text, for an exact search
  search           varchar(64) not null,
  sealed_at        timestamp(6) with time zone not null,
  primary key (owner, owner_id, field)
);
create index sealed_by_key on sealed (key_id, owner, owner_id, field);
create index sealed_by_search on sealed (organisation_id, owner, field, search);

-- Every opening: what was opened, how, who, when and why. Only added to.
create table opening (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  subject          varchar(16) not null,
  manner           varchar(10) not null check (manner in ('SHOWN', 'PRINTED', 'FOUND')),
  why              varchar(300) not null,
  by_person_id     bigint not null references person,
  at               timestamp(6) with time zone not null
);
create index opening_of_organisation on opening (organisation_id, id);
create index opening_of_subject on opening (organisation_id, subject, id);
