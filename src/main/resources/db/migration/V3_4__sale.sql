-- Sales: where a drive of that kind puts its takings, its price list, receipts, counted takings, and what is passed on.

create sequence sale_seq increment by 50;
create sequence sale_line_seq increment by 500;
create sequence sale_price_seq increment by 50;
create sequence takings_seq increment by 10;
create sequence pass_on_seq increment by 10;

-- One row for a drive that sells; whoever sells there or counts its takings locks it first.
create table sale_terms (
  drive_id         bigint primary key references drive,
  organisation_id  bigint not null references organisation,
  fund_id          bigint not null references fund,
  currency         varchar(3) not null,
  version          integer not null
);

-- What one unit costs, in the minor unit of the currency of the terms.
create table sale_price (
  id        bigint primary key,
  drive_id  bigint not null references drive,
  item_id   bigint not null references item,
  grade     varchar(8) not null check (grade in ('NEW', 'GOOD', 'WORN')),
  price     bigint not null check (price > 0),
  unique (drive_id, item_id, grade)
);

create table takings (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  drive_id         bigint not null references drive,
  currency         varchar(3) not null,
  -- what the receipts since the count before add up to, and what was counted, in the minor unit
  expected         bigint not null check (expected >= 0),
  counted          bigint not null check (counted >= 0),
  receipts         bigint not null check (receipts >= 0),
  why              varchar(500),
  occurred_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  recorded_by      bigint references person,
  reversed_at      timestamp(6) with time zone,
  check (expected = counted or why is not null)
);
create index takings_of_organisation on takings (organisation_id, id);
create index takings_of_drive on takings (drive_id, id);

create table sale (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  drive_id         bigint not null references drive,
  kind             varchar(8) not null check (kind in ('PIECES', 'TABLE')),
  currency         varchar(3) not null,
  total            bigint not null check (total > 0),
  pieces           bigint not null check (pieces > 0),
  -- the count that it is in; null: not counted yet
  takings_id       bigint references takings,
  occurred_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  recorded_by      bigint references person,
  reversed_at      timestamp(6) with time zone,
  check (takings_id is null or reversed_at is null)
);
create index sale_of_organisation on sale (organisation_id, id);
create index sale_of_drive on sale (drive_id, id);
create index sale_in_takings on sale (takings_id);

-- A line of a receipt, told apart by lot; of a table sold for one sum the lots have no price of their own.
create table sale_line (
  id          bigint primary key,
  sale_id     bigint not null references sale,
  line        integer not null check (line > 0),
  lot_id      bigint not null references lot,
  quantity    bigint not null check (quantity > 0),
  price_each  bigint check (price_each > 0),
  amount      bigint check (amount > 0),
  unique (sale_id, line, lot_id),
  check ((price_each is null) = (amount is null))
);
create index sale_line_of_lot on sale_line (lot_id);

create table pass_on (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  -- the sale that it was left over from, if from one
  drive_id         bigint references drive,
  from_place_id    bigint not null references place,
  partner          varchar(160) not null,
  -- whether the partner's name may be told to those who are not of the organisation
  partner_public   boolean not null,
  remark           varchar(500),
  occurred_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  recorded_by      bigint references person,
  reversed_at      timestamp(6) with time zone
);
create index pass_on_of_organisation on pass_on (organisation_id, id);
create index pass_on_of_drive on pass_on (drive_id, id);
