-- When goods change shape: conversions with several inputs, the shares that each donation has in what came of them, money,
-- standard values, and funds. The checks of V1 that have to widen are dropped in db/vendor (V2_9), as only the products
-- themselves know how they named them.

create sequence standard_value_seq increment by 50;
create sequence fund_seq increment by 10;

-- place: funds, and two more boundaries ---------------------------------------------------------------------------------

alter table place add constraint place_kind_known check (kind in ('SITE', 'SHELF', 'CONSIGNMENT', 'FUND', 'DONATED',
  'DELIVERED', 'CONVERTED', 'LET_GO', 'LOST', 'FOUND', 'PASSED_ON', 'PAID_OUT'));
alter table place add constraint place_boundary_of_nobody check ((organisation_id is null) = (kind in ('DONATED',
  'DELIVERED', 'CONVERTED', 'LET_GO', 'LOST', 'FOUND', 'PASSED_ON', 'PAID_OUT')));

insert into place (id, code, kind, name, walk, active, version) values
  (7, 'passed-on', 'PASSED_ON', 'Passed on', 0, true, 0),
  (8, 'paid-out', 'PAID_OUT', 'Paid out', 0, true, 0);

-- catalogue: what an organisation reckons a thing is worth ----------------------------------------------------------------

-- Only added to: the latest of an item and grade counts, and what was frozen on lots before stays.
create table standard_value (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  item_id          bigint not null references item,
  grade            varchar(8) not null check (grade in ('NEW', 'GOOD', 'WORN', 'UNFIT')),
  -- of one unit, in the currency's minor unit; null: from now on none
  amount           bigint check (amount >= 0),
  currency         varchar(3),
  set_at           timestamp(6) with time zone not null,
  set_by           bigint references person,
  check ((amount is null) = (currency is null))
);
create index standard_value_of_item on standard_value (organisation_id, item_id, grade, id);

-- stock: lots with a value and with more than one origin, conversions with more than one input ------------------------------

alter table lot alter column origin drop not null;
-- what all of it was worth when it came to be, in the currency's minor unit; null: nobody said
alter table lot add column worth bigint;
alter table lot add column currency varchar(3);
alter table lot add constraint lot_worth_in_a_currency check ((worth is null) = (currency is null) and (worth is null or worth >= 0));

alter table conversion add constraint conversion_kind_known check (kind in ('SORTING', 'KIT', 'OPENING', 'WORKSHOP',
  'GRADING', 'SALE', 'PURCHASE', 'REFUND', 'EXCHANGE'));
alter table conversion add column document varchar(16);
update conversion set document = (select s.code from sorting s where s.conversion_id = conversion.id);
create index conversion_of_document on conversion (document, id);

-- What a conversion consumed. The shares of its inputs in each of its outputs add up to 1,000,000,000,000.
create table conversion_input (
  conversion_id  bigint not null references conversion,
  lot_id         bigint not null references lot,
  quantity       bigint not null check (quantity > 0),
  share          bigint not null check (share between 0 and 1000000000000),
  primary key (conversion_id, lot_id)
);
create index conversion_input_of_lot on conversion_input (lot_id, conversion_id);
insert into conversion_input (conversion_id, lot_id, quantity, share)
  select s.conversion_id, s.bag_id, l.quantity, 1000000000000 from sorting s join lot l on l.id = s.bag_id
  where s.conversion_id is not null;

-- What each origin has in a lot that has several (lot.origin is null then). The shares of a lot add up to
-- 1,000,000,000,000, its quantities to the quantity of the lot.
create table lot_share (
  lot_id    bigint not null references lot,
  origin    bigint not null,
  share     bigint not null check (share between 0 and 1000000000000),
  quantity  bigint not null check (quantity >= 0),
  primary key (lot_id, origin)
);
create index lot_share_of_origin on lot_share (origin, lot_id);

-- what went in and out of a place, for its statement
create index movement_into_place on movement (to_place_id, id);
create index movement_out_of_place on movement (from_place_id, id);

-- fund ---------------------------------------------------------------------------------------------------------------------

create table fund (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  name             varchar(160) not null,
  -- what its money is for, told in public
  purpose          varchar(500) not null,
  place_id         bigint not null unique references place,
  opened_at        timestamp(6) with time zone not null,
  closed_at        timestamp(6) with time zone,
  version          integer not null
);
create index fund_of_organisation on fund (organisation_id, id);
