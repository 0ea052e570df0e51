-- Needs met fairly: programmes, what is kept for one, needs with an urgency, people and substitutes, and promises that end.

create sequence programme_seq increment by 10;

-- programme --------------------------------------------------------------------------------------------------------------

-- A funded undertaking; needs, dispatches, purchases and funds can be charged to one, and goods kept for it alone.
create table programme (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  name             varchar(160) not null,
  -- who pays for it, as its reports name them
  funder           varchar(160) not null,
  about            varchar(2000) not null,
  starts_on        date not null,
  ends_on          date not null,
  -- ISO 4217 code of its budget
  currency         varchar(3) not null,
  closed_at        timestamp(6) with time zone,
  -- what was kept for it and is left over may be given to any need
  frees_goods      boolean default false not null,
  version          integer not null,
  check (ends_on >= starts_on),
  check (not frees_goods or closed_at is not null),
  unique (id, organisation_id)
);
create index programme_of_organisation on programme (organisation_id, id);

-- stock: what is kept for one programme; it goes with the goods through every conversion --------------------------------

alter table lot add column programme_id bigint references programme;
create index lot_of_programme on lot (programme_id, id);

alter table allocation add column expires_at timestamp(6) with time zone;
create index allocation_by_end on allocation (organisation_id, state, expires_at);

alter table organisation add column allocation_days integer check (allocation_days between 1 and 365);

-- charged to a programme -------------------------------------------------------------------------------------------------

alter table need add column programme_id bigint references programme;
alter table dispatch add column programme_id bigint references programme;
alter table purchase add column programme_id bigint references programme;
alter table fund add column programme_id bigint references programme;
create index need_of_programme on need (programme_id, id);
create index dispatch_of_programme on dispatch (programme_id, id);
create index purchase_of_programme on purchase (programme_id, id);
create index fund_of_programme on fund (programme_id, id);

-- need: how urgent, for whom in numbers, and what else will do ------------------------------------------------------------

alter table need add constraint need_state_known check (state in ('OPEN', 'CLOSED', 'WITHDRAWN', 'EXPIRED', 'REFERRED'));
alter table need add column urgency varchar(8) default 'NORMAL' not null check (urgency in ('CRITICAL', 'URGENT', 'NORMAL'));
-- the day after which it is no longer asked for, unless somebody says it is; null: never by itself
alter table need add column expires_on date;
-- the collection that gathers for it; null: none
alter table need add column drive_id bigint references drive;
create index need_of_drive on need (drive_id, state, id);
create index need_by_end on need (organisation_id, state, expires_on);

-- How many people of which sex and age it is for; never who.
create table need_people (
  need_id   bigint not null references need,
  sex       varchar(8) not null check (sex in ('FEMALE', 'MALE', 'UNKNOWN')),
  age_band  varchar(10) not null check (age_band in ('INFANT', 'CHILD', 'ADOLESCENT', 'ADULT', 'ELDERLY', 'UNKNOWN')),
  number    integer not null check (number between 1 and 1000000),
  primary key (need_id, sex, age_band)
);

-- What will do in place of the item that a line asks for, one for one.
create table need_substitute (
  need_line_id  bigint not null references need_line,
  item_id       bigint not null references item,
  primary key (need_line_id, item_id)
);
create index need_substitute_item on need_substitute (item_id);
