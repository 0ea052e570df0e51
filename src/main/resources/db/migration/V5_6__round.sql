-- Delivery rounds, hand-over appointments, and the private addresses of calendars.

create sequence delivery_round_seq increment by 10;
create sequence round_stop_seq increment by 50;
create sequence hand_over_hours_seq increment by 10;
create sequence appointment_seq increment by 10;

-- Dispatches that one vehicle brings on one day, in their order.
create table delivery_round (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  on_day           date not null,
  state            varchar(10) not null check (state in ('PLANNED', 'DEPARTED', 'CANCELLED')),
  vehicle          varchar(60),
  driver           varchar(120),
  remark           varchar(500) not null,
  planned_at       timestamp(6) with time zone not null,
  planned_by       bigint not null references person,
  changed_at       timestamp(6) with time zone not null,
  departed_at      timestamp(6) with time zone,
  cancelled_at     timestamp(6) with time zone,
  version          integer not null
);
create index delivery_round_by_day on delivery_round (organisation_id, on_day, id);

create table round_stop (
  id           bigint primary key,
  round_id     bigint not null references delivery_round,
  dispatch_id  bigint not null references dispatch,
  stop         integer not null check (stop between 1 and 60),
  -- the dispatch while the round stands, so that none is on two; null on a cancelled one
  standing_id  bigint unique references dispatch,
  unique (round_id, dispatch_id),
  check (standing_id is null or standing_id = dispatch_id)
);
create index round_stop_of_dispatch on round_stop (dispatch_id);

-- When goods are handed over at a site, in the organisation's time; minutes are counted from midnight.
create table hand_over_hours (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  site_id          bigint not null references place,
  -- Monday is 1
  weekday          integer not null check (weekday between 1 and 7),
  opens            integer not null check (opens between 0 and 1439),
  closes           integer not null check (closes between 1 and 1440),
  slot_minutes     integer not null check (slot_minutes between 5 and 480),
  capacity         integer not null check (capacity between 1 and 1000),
  check (closes > opens)
);
create index hand_over_hours_of_site on hand_over_hours (site_id, weekday, opens);

-- A dispatch is fetched at a site at an hour. It bears no name, and is deleted 30 days after its day.
create table appointment (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  dispatch_id      bigint not null references dispatch,
  site_id          bigint not null references place,
  starts_at        timestamp(6) with time zone not null,
  ends_at          timestamp(6) with time zone not null,
  state            varchar(10) not null check (state in ('BOOKED', 'KEPT', 'MISSED', 'CANCELLED')),
  -- the dispatch while the appointment is booked, so that it has one at most
  standing_id      bigint unique references dispatch,
  booked_at        timestamp(6) with time zone not null,
  changed_at       timestamp(6) with time zone not null,
  version          integer not null,
  check (ends_at > starts_at),
  check (standing_id is null or standing_id = dispatch_id)
);
create index appointment_at_site on appointment (site_id, starts_at);
create index appointment_of_organisation on appointment (organisation_id, starts_at, id);
create index appointment_of_dispatch on appointment (dispatch_id);

-- The private address by which a person's calendar program reads; only the hash of its key is kept.
create table calendar_feed (
  person_id        bigint primary key references person,
  organisation_id  bigint not null references organisation,
  -- how many addresses the person had; the key is derived from the house's secret, the person and this count
  turn             integer not null,
  key_hash         varchar(64) unique,
  made_at          timestamp(6) with time zone not null,
  version          integer not null
);
