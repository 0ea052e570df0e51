-- Needs that are changed and end by themselves; households; wish lists.

-- need -------------------------------------------------------------------------------------------------------------------

-- the urgency as a number, 0 the most urgent, so that a list can stand in its order
alter table need add column urgency_rank integer default 2 not null check (urgency_rank between 0 and 2);
-- whether what it misses stands on wish lists, added up with what others miss
alter table need add column on_wish_lists boolean default false not null;
alter table need add column changed_at timestamp(6) with time zone;
create index need_by_urgency on need (organisation_id, state, urgency_rank, wanted_by, id);
drop index need_by_day;

-- recipient: a household -------------------------------------------------------------------------------------------------

-- when the members of the household were told; null: nothing is kept of them
alter table recipient add column household_at timestamp(6) with time zone;

create sequence household_member_seq increment by 50;

-- Somebody of a household, as far as clothes and bedding ask; never a name. Erased with what is sealed of the recipient.
create table household_member (
  id             bigint primary key,
  recipient_id   bigint not null references recipient,
  -- from 1, in the order in which they were told
  position       integer not null,
  -- completed years, when told
  age            integer check (age between 0 and 120),
  age_band       varchar(10) not null check (age_band in ('INFANT', 'CHILD', 'ADOLESCENT', 'ADULT', 'ELDERLY', 'UNKNOWN')),
  sex            varchar(8) not null check (sex in ('FEMALE', 'MALE', 'UNKNOWN')),
  clothing_size  varchar(12),
  shoe_size      varchar(12),
  unique (recipient_id, position)
);

-- wish lists -------------------------------------------------------------------------------------------------------------

create sequence wish_list_seq increment by 10;

-- What is wanted, published: of a drive, of a recipient (who it is, is never told), or of all needs that may stand on one.
create table wish_list (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  title            varchar(160) not null,
  about            varchar(2000) not null,
  drive_id         bigint references drive,
  recipient_id     bigint references recipient,
  opened_at        timestamp(6) with time zone not null,
  closed_at        timestamp(6) with time zone,
  version          integer not null,
  check (drive_id is null or recipient_id is null)
);
create index wish_list_of_organisation on wish_list (organisation_id, id);
create index wish_list_of_drive on wish_list (drive_id, id);
