-- From organisation to organisation: partners without an account, shipments, their packing lists, legs and receipts.

-- Whether the public page of a donation may say what it is called; else it says "a partner organisation in" its country.
alter table organisation add column named_in_public boolean default false not null;

create sequence partner_seq increment by 10;
create sequence shipment_seq increment by 10;
create sequence shipment_line_seq increment by 100;
create sequence shipment_leg_seq increment by 10;
create sequence shipment_receipt_seq increment by 10;
create sequence shipment_event_seq increment by 10;
create sequence shipment_count_seq increment by 50;

-- An organisation without an account, as the house knows it. Nobody's name, telephone or address stands here.
create table partner (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  name             varchar(200) not null,
  country          varchar(2) not null,
  -- its store: what was handed over to it and not taken back
  place_id         bigint not null unique references place,
  named_in_public  boolean not null,
  created_at       timestamp(6) with time zone not null,
  closed_at        timestamp(6) with time zone,
  version          integer not null
);
create index partner_of_organisation on partner (organisation_id, id);

create table shipment (
  id                 bigint primary key,
  -- who sends
  organisation_id    bigint not null references organisation,
  code               varchar(16) not null unique,
  -- who receives: an organisation of the installation, or a partner of the sender's
  receiver_id        bigint references organisation,
  partner_id         bigint references partner,
  state              varchar(16) not null,
  -- both read this
  about              varchar(500) not null,
  -- only the sender reads this
  remark             varchar(500) not null,
  planned_departure  date,
  planned_arrival    date,
  consignment_id     bigint references place,
  proposed_at        timestamp(6) with time zone not null,
  agreed_at          timestamp(6) with time zone,
  departed_at        timestamp(6) with time zone,
  -- when the departure was written down: what was in the boxes until then is the packing list
  listed_at          timestamp(6) with time zone,
  arrived_at         timestamp(6) with time zone,
  received_at        timestamp(6) with time zone,
  -- closed, cancelled, declined or returned
  ended_at           timestamp(6) with time zone,
  key_turn           integer not null,
  handover_hash      varchar(64) unique,
  key_made_at        timestamp(6) with time zone,
  key_made_by        bigint references person,
  version            integer not null,
  check ((receiver_id is null) <> (partner_id is null)),
  check (receiver_id is null or receiver_id <> organisation_id),
  check ((departed_at is null) = (consignment_id is null)),
  check ((departed_at is null) = (listed_at is null))
);
create index shipment_of_organisation on shipment (organisation_id, id);
create index shipment_of_receiver on shipment (receiver_id, id);
create index shipment_of_partner on shipment (partner_id, id);

-- One carrier, one waybill, one departure, one arrival.
create table shipment_leg (
  id                 bigint primary key,
  shipment_id        bigint not null references shipment,
  number             integer not null,
  waybill            varchar(16) not null unique,
  carrier            varchar(200),
  -- registration of the vehicle, number of the freight container, of the flight or of the ship
  vehicle            varchar(120),
  seal               varchar(60),
  starts             varchar(200),
  ends               varchar(200),
  planned_departure  date,
  planned_arrival    date,
  departed_at        timestamp(6) with time zone,
  arrived_at         timestamp(6) with time zone,
  version            integer not null,
  unique (shipment_id, number)
);

-- A goods received note.
create table shipment_receipt (
  id            bigint primary key,
  shipment_id   bigint not null references shipment,
  code          varchar(16) not null unique,
  place_id      bigint not null references place,
  opened_at     timestamp(6) with time zone not null,
  -- null: the receiver's key did it
  opened_by     bigint references person,
  -- when everything that was there had been counted; null while box after box is received
  finished_at   timestamp(6) with time zone,
  -- who took it, by function; nobody's name
  taken_by      varchar(120),
  remark        varchar(500)
);
create index shipment_receipt_of_shipment on shipment_receipt (shipment_id, id);

create table shipment_line (
  id              bigint primary key,
  shipment_id     bigint not null references shipment,
  -- where it stands on the packing list
  position        bigint not null,
  container_id    bigint not null references place,
  -- in which container of the list it stood when it left
  within_id       bigint references place,
  state           varchar(16) not null,
  -- it came, and was not on the list
  surplus         boolean not null,
  damaged         boolean not null,
  damage          varchar(500),
  receipt_id      bigint references shipment_receipt,
  received_at     timestamp(6) with time zone,
  received_by     bigint references person,
  counted_at      timestamp(6) with time zone,
  -- the document by which what was in it was written off, so that each box can turn up by itself
  loss            varchar(16) unique,
  loss_why        varchar(500),
  lost_at         timestamp(6) with time zone,
  claim_amount    bigint check (claim_amount > 0),
  claim_currency  varchar(3),
  claim_note      varchar(500),
  -- the container again while it is awaited: it is on one packing list at a time
  awaited_id      bigint unique references place,
  unique (shipment_id, container_id),
  check ((claim_amount is null) = (claim_currency is null))
);
create index shipment_line_of_container on shipment_line (container_id, shipment_id);
create index shipment_line_by_position on shipment_line (shipment_id, position);
create index shipment_line_of_receipt on shipment_line (receipt_id);

-- What was in a box, counted against the packing list after it was opened. Only what differs is kept.
create table shipment_count (
  id              bigint primary key,
  line_id         bigint not null references shipment_line,
  -- of the packing list; of a surplus what was found
  lot_id          bigint not null references lot,
  sent            bigint not null check (sent >= 0),
  received        bigint not null check (received >= 0),
  damaged         bigint not null check (damaged >= 0),
  unique (line_id, lot_id)
);

-- What happened on the way: both organisations read it. Only added to.
create table shipment_event (
  id               bigint primary key,
  shipment_id      bigint not null references shipment,
  kind             varchar(20) not null,
  leg_id           bigint references shipment_leg,
  container_id     bigint references place,
  -- who wrote it down
  organisation_id  bigint not null references organisation,
  by_key           boolean not null,
  recorded_by      bigint references person,
  occurred_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  -- by function, as "driver of the carrier"; nobody's name
  given_by         varchar(120),
  taken_by         varchar(120),
  boxes            integer check (boxes >= 0),
  note             varchar(500)
);
create index shipment_event_of_shipment on shipment_event (shipment_id, id);
