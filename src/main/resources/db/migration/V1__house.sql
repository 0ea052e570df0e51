-- The house: who works here, what things are, where they can be, the ledger, and the documents that move goods.
-- Neutral SQL for H2 and PostgreSQL; what only one of them can say is in db/vendor.

create sequence organisation_seq increment by 10;
create sequence person_seq increment by 10;
create sequence access_seq increment by 10;
create sequence item_seq increment by 50;
create sequence place_seq start with 1000 increment by 10;
create sequence drive_seq increment by 10;
create sequence donor_seq increment by 50;
create sequence recipient_seq increment by 10;
create sequence lot_seq increment by 1000;
create sequence movement_seq increment by 1000;
create sequence allocation_seq increment by 100;
create sequence conversion_seq increment by 50;
create sequence donation_seq increment by 50;
create sequence blank_label_seq increment by 100;
create sequence sorting_seq increment by 50;
create sequence sorting_line_seq increment by 100;
create sequence need_seq increment by 50;
create sequence need_line_seq increment by 100;
create sequence dispatch_seq increment by 50;
create sequence dispatch_line_seq increment by 100;
create sequence delivery_seq increment by 50;
create sequence thanks_seq increment by 50;
create sequence note_seq increment by 50;

-- account ------------------------------------------------------------------------------------------------------------

create table installation (
  id          integer primary key check (id = 1),
  secret_hash varchar(64) not null,
  created_at  timestamp(6) with time zone not null,
  set_up_at   timestamp(6) with time zone,
  -- hash of the one-time code that the log showed at the latest start of an installation that is not set up yet
  code_hash   varchar(64)
);

create table organisation (
  id                 bigint primary key,
  code               varchar(16) not null unique,
  name               varchar(200) not null,
  country            varchar(2) not null,
  time_zone          varchar(60) not null,
  catalogue_version  integer not null,
  created_at         timestamp(6) with time zone not null,
  version            integer not null
);

create table person (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  name             varchar(60) not null unique,
  display_name     varchar(120) not null,
  password_hash    varchar(100) not null,
  roles            varchar(80) not null,
  active           boolean not null,
  created_at       timestamp(6) with time zone not null,
  version          integer not null
);
create index person_of_organisation on person (organisation_id, name);

-- A session of a browser or a personal access token of a program; only the hash of its secret is kept.
create table access (
  id          bigint primary key,
  person_id   bigint not null references person,
  kind        varchar(10) not null check (kind in ('SESSION', 'TOKEN')),
  hash        varchar(64) not null unique,
  label       varchar(120) not null,
  created_at  timestamp(6) with time zone not null,
  expires_at  timestamp(6) with time zone not null,
  ended_at    timestamp(6) with time zone
);
create index access_of_person on access (person_id, created_at);

-- Wrong guesses, by what is being guessed and from where; it slows guessing on every node.
create table attempt (
  bucket         varchar(140) primary key,
  failures       integer not null,
  blocked_until  timestamp(6) with time zone not null,
  last_at        timestamp(6) with time zone not null
);

-- The first answer to a request, kept under the request's one-time key so that a repeat gets it again.
create table answer (
  asker        varchar(80) not null,
  request_key  varchar(120) not null,
  digest       varchar(64) not null,
  status       integer,
  location     varchar(400),
  body         text,
  created_at   timestamp(6) with time zone not null,
  primary key (asker, request_key)
);
create index answer_by_age on answer (created_at);

-- What was changed in documents that are edited or change state: who, when, what, why. Only added to.
create table note (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  subject          varchar(80) not null,
  happened         varchar(40) not null,
  detail           varchar(1000),
  why              varchar(500),
  by_person_id     bigint references person,
  at               timestamp(6) with time zone not null
);
create index note_of_subject on note (organisation_id, subject, id);

-- catalogue ----------------------------------------------------------------------------------------------------------

create table item (
  id               bigint primary key,
  organisation_id  bigint references organisation,
  code             varchar(60) not null,
  category         varchar(40) not null,
  wearer           varchar(10) not null check (wearer in ('MAN', 'WOMAN', 'BOY', 'GIRL', 'CHILD', 'ADULT', 'BABY', 'ANY')),
  unit             varchar(12) not null,
  sizes            varchar(600) not null,
  name_en          varchar(120) not null,
  name_ru          varchar(120),
  name_kk          varchar(120),
  name_ky          varchar(120),
  ifrc_code        varchar(20),
  active           boolean not null
);
create unique index item_code on item (code, organisation_id);

-- place --------------------------------------------------------------------------------------------------------------

create table place (
  id               bigint primary key,
  organisation_id  bigint references organisation,
  code             varchar(16) not null unique,
  kind             varchar(12) not null,
  name             varchar(120) not null,
  parent_id        bigint references place,
  walk             integer not null,
  active           boolean not null,
  version          integer not null,
  -- for foreign keys that only a place of the house itself can answer: a boundary has no organisation
  unique (id, organisation_id),
  check ((organisation_id is null) = (kind in ('DONATED', 'DELIVERED', 'CONVERTED', 'LET_GO', 'LOST', 'FOUND'))),
  check (kind in ('SITE', 'SHELF', 'CONSIGNMENT', 'DONATED', 'DELIVERED', 'CONVERTED', 'LET_GO', 'LOST', 'FOUND'))
);
create index place_of_organisation on place (organisation_id, kind, walk, id);

insert into place (id, code, kind, name, walk, active, version) values
  (1, 'donated', 'DONATED', 'Donated', 0, true, 0),
  (2, 'delivered', 'DELIVERED', 'Delivered', 0, true, 0),
  (3, 'converted', 'CONVERTED', 'Converted', 0, true, 0),
  (4, 'let-go', 'LET_GO', 'Let go', 0, true, 0),
  (5, 'lost', 'LOST', 'Lost', 0, true, 0),
  (6, 'found', 'FOUND', 'Found', 0, true, 0);

-- drive, donor, recipient --------------------------------------------------------------------------------------------

create table drive (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  kind             varchar(12) not null,
  title            varchar(160) not null,
  about            varchar(2000) not null,
  starts_on        date not null,
  ends_on          date not null,
  site_id          bigint not null references place,
  closed_at        timestamp(6) with time zone,
  version          integer not null,
  check (ends_on >= starts_on)
);
create index drive_of_organisation on drive (organisation_id, ends_on, id);

create table donor (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  known_as         varchar(120) not null,
  created_at       timestamp(6) with time zone not null,
  version          integer not null
);
create index donor_by_name on donor (organisation_id, known_as, id);
create index donor_of_organisation on donor (organisation_id, id);

create table recipient (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  alias            varchar(120) not null,
  kind             varchar(14) not null check (kind in ('ORGANISATION', 'SHELTER', 'HOUSEHOLD', 'GROUP')),
  country          varchar(2) not null,
  region           varchar(80) not null,
  disclosure       varchar(10) not null check (disclosure in ('NAMED', 'DESCRIBED', 'REGION', 'HIDDEN')),
  public_name      varchar(160),
  description      varchar(160),
  active           boolean not null,
  created_at       timestamp(6) with time zone not null,
  version          integer not null
);
create index recipient_of_organisation on recipient (organisation_id, alias, id);
create index recipient_by_region on recipient (country, region, kind);

-- stock: the ledger --------------------------------------------------------------------------------------------------

create table conversion (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  kind             varchar(12) not null check (kind in ('SORTING')),
  place_id         bigint not null references place,
  occurred_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  recorded_by      bigint not null references person
);

-- A quantity of one item with one origin. Never edited, never merged; origin is opaque here (the donation that it came with).
create table lot (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  item_id          bigint not null references item,
  size             varchar(20),
  fits             varchar(10) not null,
  grade            varchar(8) not null check (grade in ('NEW', 'GOOD', 'WORN', 'UNFIT', 'UNSORTED')),
  quantity         bigint not null check (quantity > 0),
  origin           bigint not null,
  conversion_id    bigint references conversion,
  received_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null
);
create index lot_of_origin on lot (origin, id);
create index lot_of_conversion on lot (conversion_id);
create index lot_of_organisation on lot (organisation_id, id);
create index lot_of_item on lot (item_id, organisation_id, id);

create table movement (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  lot_id           bigint not null references lot,
  from_place_id    bigint not null references place,
  to_place_id      bigint not null references place,
  quantity         bigint not null check (quantity > 0),
  reason           varchar(16) not null,
  document         varchar(16) not null,
  why              varchar(500),
  occurred_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  recorded_by      bigint references person,
  reverses         bigint unique,
  check (from_place_id <> to_place_id),
  check (reverses is null or why is not null),
  check ((reverses is null) = (reason <> 'REVERSED')),
  unique (id, lot_id, quantity, from_place_id, to_place_id),
  -- a reversal is the same quantity of the same lot the other way round, and nothing else
  foreign key (reverses, lot_id, quantity, to_place_id, from_place_id)
    references movement (id, lot_id, quantity, from_place_id, to_place_id)
);
create index movement_of_lot on movement (lot_id, id);
create index movement_of_document on movement (document, id);
create index movement_of_organisation on movement (organisation_id, id);

-- What the ledger says is at a physical place now; a row lives only while something is there.
create table balance (
  lot_id           bigint not null references lot,
  place_id         bigint not null,
  organisation_id  bigint not null references organisation,
  item_id          bigint not null references item,
  on_hand          bigint not null,
  allocated        bigint not null,
  primary key (lot_id, place_id),
  foreign key (place_id, organisation_id) references place (id, organisation_id),
  constraint no_less_than_promised check (allocated >= 0 and on_hand >= allocated)
);
create index balance_of_place on balance (place_id, lot_id);
create index balance_of_item on balance (organisation_id, item_id, lot_id);

create table allocation (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  purpose          bigint not null,
  purpose_code     varchar(16) not null,
  lot_id           bigint not null references lot,
  place_id         bigint not null,
  quantity         bigint not null check (quantity > 0),
  state            varchar(8) not null check (state in ('PENDING', 'POSTED', 'VOIDED')),
  made_at          timestamp(6) with time zone not null,
  made_by          bigint not null references person,
  ended_at         timestamp(6) with time zone,
  check ((state = 'PENDING') = (ended_at is null)),
  foreign key (place_id, organisation_id) references place (id, organisation_id)
);
create index allocation_of_purpose on allocation (purpose, state, id);
create index allocation_of_purpose_code on allocation (purpose_code, id);
create index allocation_of_lot on allocation (lot_id, state);
create index allocation_of_organisation on allocation (organisation_id, id);

-- intake -------------------------------------------------------------------------------------------------------------

create table donation (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  label_code       varchar(16) unique,
  drive_id         bigint not null references drive,
  donor_id         bigint references donor,
  place_id         bigint not null references place,
  -- the tracking code itself is kept nowhere: it is derived from the house's secret, this donation's code and this count
  tracking_turn    integer not null,
  tracking_hash    varchar(64) not null unique,
  tracking_made_at timestamp(6) with time zone not null,
  remark           varchar(500),
  received_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  recorded_by      bigint not null references person,
  reversed_at      timestamp(6) with time zone
);
create index donation_of_organisation on donation (organisation_id, id);
create index donation_of_drive on donation (drive_id, id);
create index donation_of_donor on donation (donor_id, id);
create index donation_of_recorder on donation (recorded_by, id);

create table blank_label (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  printed_at       timestamp(6) with time zone not null,
  printed_by       bigint not null references person,
  used_at          timestamp(6) with time zone
);
create index blank_label_of_sheet on blank_label (organisation_id, printed_by, printed_at);

create table sorting (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  bag_id           bigint not null references lot,
  place_id         bigint not null references place,
  state            varchar(8) not null check (state in ('OPEN', 'CLOSED', 'REVERSED')),
  -- the bag's id while the sorting stands; unique, so a bag is sorted once
  standing_bag_id  bigint unique,
  opened_at        timestamp(6) with time zone not null,
  opened_by        bigint not null references person,
  closed_at        timestamp(6) with time zone,
  conversion_id    bigint references conversion,
  version          integer not null,
  check ((state = 'REVERSED') = (standing_bag_id is null))
);
create index sorting_of_bag on sorting (bag_id);
create index sorting_of_organisation on sorting (organisation_id, id);

create table sorting_line (
  id          bigint primary key,
  sorting_id  bigint not null references sorting,
  line        integer not null,
  item_id     bigint not null references item,
  size        varchar(20),
  fits        varchar(10) not null,
  grade       varchar(8) not null,
  quantity    bigint not null check (quantity > 0),
  -- where it is put; null: where the sorting as a whole puts what is fit
  place_id    bigint references place,
  unique (sorting_id, line)
);
create index sorting_line_of_sorting on sorting_line (sorting_id, id);

-- need ---------------------------------------------------------------------------------------------------------------

create table need (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  recipient_id     bigint not null references recipient,
  for_whom         varchar(200) not null,
  wanted_by        date,
  state            varchar(10) not null check (state in ('OPEN', 'CLOSED', 'WITHDRAWN')),
  created_at       timestamp(6) with time zone not null,
  created_by       bigint not null references person,
  version          integer not null
);
create index need_of_organisation on need (organisation_id, id);
create index need_by_day on need (organisation_id, state, wanted_by, id);
create index need_of_recipient on need (recipient_id, id);

create table need_line (
  id        bigint primary key,
  need_id   bigint not null references need,
  line      integer not null,
  item_id   bigint references item,
  category  varchar(40),
  fits      varchar(10),
  sizes     varchar(1300) not null,
  quantity  bigint not null check (quantity > 0),
  -- kept beside the allocations and dispatches that they sum up, in the same transaction
  promised  bigint not null check (promised >= 0),
  sent      bigint not null check (sent >= 0),
  arrived   bigint not null check (arrived >= 0),
  check ((item_id is null) <> (category is null)),
  unique (need_id, line)
);

-- dispatch -----------------------------------------------------------------------------------------------------------

create table dispatch (
  id                bigint primary key,
  organisation_id   bigint not null references organisation,
  code              varchar(16) not null unique,
  need_id           bigint not null references need,
  recipient_id      bigint not null references recipient,
  state             varchar(10) not null check (state in ('STAGED', 'LOADED', 'DEPARTED', 'DELIVERED', 'CANCELLED')),
  vehicle           varchar(60),
  driver            varchar(120),
  consignment_id    bigint references place,
  -- the key itself is kept nowhere: it is derived from the house's secret, this dispatch's code and this count
  key_turn          integer not null,
  confirmation_hash varchar(64) unique,
  key_made_at       timestamp(6) with time zone,
  key_made_by       bigint references person,
  staged_at         timestamp(6) with time zone not null,
  staged_by         bigint not null references person,
  loaded_at         timestamp(6) with time zone,
  departed_at       timestamp(6) with time zone,
  cancelled_at      timestamp(6) with time zone,
  delivered_at      timestamp(6) with time zone,
  version           integer not null
);
create index dispatch_of_organisation on dispatch (organisation_id, id);
create index dispatch_of_need on dispatch (need_id, id);
create index dispatch_of_consignment on dispatch (consignment_id);

create table dispatch_line (
  id             bigint primary key,
  dispatch_id    bigint not null references dispatch,
  line           integer not null,
  allocation_id  bigint not null references allocation,
  need_line_id   bigint not null references need_line,
  lot_id         bigint not null references lot,
  place_id       bigint not null references place,
  quantity       bigint not null check (quantity > 0),
  -- counted at the receiver; null until confirmed
  received       bigint check (received >= 0),
  damaged        bigint check (damaged >= 0 and damaged <= received),
  check ((received is null) = (damaged is null)),
  unique (dispatch_id, line)
);
create index dispatch_line_of_lot on dispatch_line (lot_id);
create index dispatch_line_of_allocation on dispatch_line (allocation_id);

create table delivery (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  dispatch_id      bigint not null references dispatch,
  standing_dispatch_id bigint unique,
  confirmed_by     bigint references person,
  remark           varchar(500),
  occurred_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  reversed_at      timestamp(6) with time zone,
  check ((reversed_at is null) = (standing_dispatch_id is not null))
);
create index delivery_of_organisation on delivery (organisation_id, id);
create index delivery_of_dispatch on delivery (dispatch_id);

create table thanks (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  dispatch_id      bigint not null references dispatch,
  words            varchar(1000) not null,
  state            varchar(10) not null check (state in ('WAITING', 'APPROVED', 'DECLINED')),
  given_at         timestamp(6) with time zone not null,
  decided_at       timestamp(6) with time zone,
  decided_by       bigint references person,
  version          integer not null
);
create index thanks_of_organisation on thanks (organisation_id, state, id);
create index thanks_of_dispatch on thanks (dispatch_id);
