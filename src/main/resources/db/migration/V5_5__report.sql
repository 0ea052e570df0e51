-- Reports: people counted once per need when it is first met, where a delivery went, and reports that were issued.

-- Movements of a period, whatever came before it.
create index movement_by_day on movement (organisation_id, occurred_at);
-- What came from other organisations in a period, and went to them.
create index shipment_line_by_receipt on shipment_line (received_at, shipment_id);
create index need_by_posting on need (organisation_id, created_at);

-- Where it went, as it was then: a recipient that moves does not move what it was given.
alter table delivery add column country varchar(2);
alter table delivery add column region varchar(80);
update delivery set
  country = (select r.country from dispatch d join recipient r on r.id = d.recipient_id where d.id = delivery.dispatch_id),
  region = (select r.region from dispatch d join recipient r on r.id = d.recipient_id where d.id = delivery.dispatch_id);

-- How many people of which sex and age a need helped, copied when the first delivery for it is confirmed; never who.
create sequence helped_seq increment by 50;
create table helped (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  need_id          bigint not null references need,
  -- the delivery by which they are counted
  delivery_id      bigint not null references delivery,
  -- what the need was charged to then; null: nothing
  programme_id     bigint references programme,
  country          varchar(2) not null,
  -- as it may be told, decided then and for good; null: elsewhere in the country
  region           varchar(80),
  -- first day of the month in which it was written down, where the organisation is
  in_month         date not null,
  -- from when on the month is told; what is withdrawn before that is never told, and later than that nothing of it changes
  told_from        timestamp(6) with time zone not null,
  sex              varchar(8) not null check (sex in ('FEMALE', 'MALE', 'UNKNOWN')),
  age_band         varchar(10) not null check (age_band in ('INFANT', 'CHILD', 'ADOLESCENT', 'ADULT', 'ELDERLY', 'UNKNOWN')),
  number           integer not null check (number > 0),
  recorded_at      timestamp(6) with time zone not null,
  withdrawn_at     timestamp(6) with time zone,
  -- the need's id while it counts, or was told; unique, so that its people are counted once
  counted_need_id  bigint,
  unique (counted_need_id, sex, age_band),
  check (counted_need_id is not null or withdrawn_at is not null)
);
create index helped_by_month on helped (organisation_id, in_month);
create index helped_by_delivery on helped (delivery_id);

-- A report that was issued: its figures are frozen. A correction is another one that names it.
create sequence report_seq increment by 10;
create table report (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  title            varchar(160) not null,
  from_day         date not null,
  to_day           date not null,
  -- all its figures and what it is about, as JSON
  data             varchar(1000000) not null,
  corrects_id      bigint references report,
  issued_at        timestamp(6) with time zone not null,
  issued_by        bigint not null references person,
  check (to_day >= from_day)
);
create index report_of_organisation on report (organisation_id, id);
create index report_correcting on report (corrects_id);
