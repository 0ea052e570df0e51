-- The second factor of people, and when sessions and tokens were last used.

-- The secrets of the app are sealed (sealed: owner 'person', fields 'totp' and, until it is confirmed, 'totp_next').
create table second_factor (
  person_id       bigint primary key references person,
  -- since when a code is asked for; null: none is
  active_since    timestamp(6) with time zone,
  -- the latest step of 30 seconds whose code was taken; no code of it or of an earlier one is taken any more
  last_step       bigint not null,
  -- wrong codes since the last right one
  wrong           integer not null,
  -- when a new secret was made that is not confirmed yet, and the session that may see it
  pending_since   timestamp(6) with time zone,
  pending_access  bigint
);

-- Kept as a keyed hash; the key is not in the database.
create table recovery_code (
  hash       varchar(64) primary key,
  person_id  bigint not null references person,
  used_at    timestamp(6) with time zone
);
create index recovery_code_of_person on recovery_code (person_id);

-- The roles that need a second factor, as a person's roles are written.
alter table installation add column second_factor_roles varchar(80) default '' not null;

alter table access add column last_seen_at timestamp(6) with time zone;
update access set last_seen_at = created_at;
alter table access alter column last_seen_at set not null;
create index access_by_end on access (kind, expires_at);
