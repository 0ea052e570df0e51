-- What becomes of the money of funds: purchases, refunds, pay-outs, transfers, exchanges. The ledger holds the amounts; these
-- tables hold what was said of them.

create sequence purchase_seq increment by 50;
create sequence refund_seq increment by 50;
create sequence pay_out_seq increment by 50;
create sequence money_transfer_seq increment by 50;
create sequence exchange_seq increment by 50;

create table purchase (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  supplier         varchar(160) not null,
  receipt_number   varchar(80),
  currency         varchar(3) not null,
  -- what its lines cost together, in the currency's minor unit
  total            bigint not null check (total > 0),
  -- where the goods went
  place_id         bigint not null references place,
  remark           varchar(500),
  occurred_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  recorded_by      bigint not null references person,
  reversed_at      timestamp(6) with time zone
);
create index purchase_of_organisation on purchase (organisation_id, id);

-- Out of which funds it was paid. What the draws count for adds up to the total.
create table purchase_draw (
  purchase_id  bigint not null references purchase,
  number       integer not null,
  fund_id      bigint not null references fund,
  -- what was taken out of the fund
  currency     varchar(3) not null,
  amount       bigint not null check (amount > 0),
  -- what that was in the currency of the purchase
  counts_for   bigint not null check (counts_for > 0),
  -- one unit of the fund's currency in the purchase's, as typed; null: of one currency, or both amounts were typed
  rate         varchar(40),
  primary key (purchase_id, number),
  unique (purchase_id, fund_id, currency)
);
create index purchase_draw_of_fund on purchase_draw (fund_id, purchase_id);

create table purchase_line (
  purchase_id  bigint not null references purchase,
  line         integer not null,
  -- what came in: item, size, condition and quantity stand on it
  lot_id       bigint not null unique references lot,
  -- the price of all of it
  amount       bigint not null check (amount >= 0),
  primary key (purchase_id, line)
);

-- Photographs, drawn anew as JPEG, and PDF files of the supplier's receipt. Only added to.
create table purchase_receipt (
  purchase_id   bigint not null references purchase,
  number        integer not null,
  content_type  varchar(40) not null check (content_type in ('image/jpeg', 'application/pdf')),
  -- SHA-256 of what was sent, so that the same file is kept once
  digest        varchar(64) not null,
  bytes         bytea not null,
  size          integer not null,
  added_at      timestamp(6) with time zone not null,
  added_by      bigint not null references person,
  primary key (purchase_id, number),
  unique (purchase_id, digest)
);

-- Money that came back for goods that went back to the supplier.
create table refund (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  purchase_id      bigint not null references purchase,
  line             integer not null,
  quantity         bigint not null check (quantity > 0),
  fund_id          bigint not null references fund,
  currency         varchar(3) not null,
  amount           bigint not null check (amount > 0),
  remark           varchar(500),
  occurred_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  recorded_by      bigint not null references person,
  reversed_at      timestamp(6) with time zone
);
create index refund_of_organisation on refund (organisation_id, id);
create index refund_of_purchase on refund (purchase_id, line, id);

create table pay_out (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  fund_id          bigint not null references fund,
  currency         varchar(3) not null,
  amount           bigint not null check (amount > 0),
  recipient_id     bigint references recipient,
  -- who else was paid: no account number and no person's name
  payee            varchar(160),
  for_what         varchar(300) not null,
  remark           varchar(500),
  occurred_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  recorded_by      bigint not null references person,
  reversed_at      timestamp(6) with time zone,
  check ((recipient_id is null) <> (payee is null))
);
create index pay_out_of_organisation on pay_out (organisation_id, id);
create index pay_out_of_fund on pay_out (fund_id, id);

create table money_transfer (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  from_fund_id     bigint not null references fund,
  to_fund_id       bigint not null references fund,
  currency         varchar(3) not null,
  amount           bigint not null check (amount > 0),
  remark           varchar(500),
  occurred_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  recorded_by      bigint not null references person,
  reversed_at      timestamp(6) with time zone,
  check (from_fund_id <> to_fund_id)
);
create index money_transfer_of_organisation on money_transfer (organisation_id, id);

create table exchange (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  from_fund_id     bigint not null references fund,
  to_fund_id       bigint not null references fund,
  from_currency    varchar(3) not null,
  from_amount      bigint not null check (from_amount > 0),
  to_currency      varchar(3) not null,
  to_amount        bigint not null check (to_amount > 0),
  -- one unit of the first currency in the second, as typed; null: both amounts were typed
  rate             varchar(40),
  -- on top of the amount, in the first currency
  fee              bigint not null check (fee >= 0),
  remark           varchar(500),
  occurred_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  recorded_by      bigint not null references person,
  reversed_at      timestamp(6) with time zone,
  check (from_currency <> to_currency)
);
create index exchange_of_organisation on exchange (organisation_id, id);
