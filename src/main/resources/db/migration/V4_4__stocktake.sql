-- Stocktakes: what people counted, what the ledger said at that moment, and what of the difference was posted. Write-offs.

create sequence stocktake_seq increment by 10;
create sequence stock_count_seq increment by 500;
create sequence variance_seq increment by 500;
create sequence write_off_seq increment by 10;
create sequence write_off_line_seq increment by 500;

create table stocktake (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  -- what is counted: a place with all that stands in it, or an item, everywhere or at a site
  place_id         bigint references place,
  item_id          bigint references item,
  remark           varchar(500),
  state            varchar(10) not null check (state in ('OPEN', 'COUNTED', 'APPROVED', 'CANCELLED')),
  -- how many counts were taken down so far: each has the next number, under the lock of this row
  turns            integer not null check (turns >= 0),
  opened_at        timestamp(6) with time zone not null,
  opened_by        bigint not null references person,
  counted_at       timestamp(6) with time zone,
  counted_by       bigint references person,
  ended_at         timestamp(6) with time zone,
  ended_by         bigint references person,
  -- what the approver said of what nobody counted; null: there was nothing, or it is not approved
  uncounted        varchar(10) check (uncounted in ('ZERO', 'LEFT_OUT')),
  reversed_at      timestamp(6) with time zone,
  version          integer not null,
  check (place_id is not null or item_id is not null),
  check ((ended_at is not null) = (state in ('APPROVED', 'CANCELLED'))),
  check (reversed_at is null or state = 'APPROVED')
);
create index stocktake_of_organisation on stocktake (organisation_id, id);
create index stocktake_by_state on stocktake (organisation_id, state, id);

-- What somebody counted of a lot, or of a kind of thing without labels, at a place. Only added to; the latest of a line counts.
create table stock_count (
  id               bigint primary key,
  stocktake_id     bigint not null references stocktake,
  turn             integer not null,
  place_id         bigint not null references place,
  lot_id           bigint references lot,
  item_id          bigint not null references item,
  size             varchar(20),
  grade            varchar(8) not null,
  counted          bigint not null check (counted >= 0),
  at               timestamp(6) with time zone not null,
  by_person_id     bigint not null references person,
  unique (stocktake_id, turn)
);
create index stock_count_of_place on stock_count (stocktake_id, place_id, turn);
create index stock_count_by on stock_count (stocktake_id, by_person_id, turn);

-- What the ledger said of each lot there when it was counted, read under the lots' locks; nobody who counts sees it.
create table expected_lot (
  count_id   bigint not null references stock_count,
  lot_id     bigint not null references lot,
  quantity   bigint not null check (quantity > 0),
  primary key (count_id, lot_id)
);

-- Who has seen what is expected and asked for another count: they do not count in that stocktake any more.
create table recount (
  stocktake_id  bigint not null references stocktake,
  person_id     bigint not null references person,
  at            timestamp(6) with time zone not null,
  primary key (stocktake_id, person_id)
);

-- The lines of a stocktake that is counted: made anew each time it is handed in.
create table variance (
  id             bigint primary key,
  stocktake_id   bigint not null references stocktake,
  line           integer not null,
  place_id       bigint not null references place,
  lot_id         bigint references lot,
  item_id        bigint not null references item,
  size           varchar(20),
  grade          varchar(8) not null,
  -- the count that decides; null: nobody counted it
  count_id       bigint references stock_count,
  counted        bigint,
  expected       bigint not null check (expected >= 0),
  counts         integer not null,
  disagree       boolean not null,
  -- of what nobody counted: whether it moved while the others counted
  moved          boolean not null,
  -- of the difference, in the minor unit; null: nobody knows
  worth          bigint,
  currency       varchar(3),
  recount        boolean not null,
  -- the difference that was posted; null: none was, or not yet
  posted         bigint,
  unique (stocktake_id, line),
  check ((count_id is null) = (counted is null)),
  check ((worth is null) = (currency is null))
);
create index variance_of_stocktake on variance (stocktake_id, id);
create index variance_at_place on variance (stocktake_id, place_id);

-- Above which value a second person looks at a write-off; a row for each currency that has a limit.
create table write_off_limit (
  organisation_id  bigint not null references organisation,
  currency         varchar(3) not null,
  amount           bigint not null check (amount >= 0),
  primary key (organisation_id, currency)
);

create table write_off (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  state            varchar(10) not null check (state in ('PROPOSED', 'POSTED', 'DECLINED')),
  cause            varchar(10) not null check (cause in ('DAMAGED', 'EXPIRED', 'UNFIT', 'INFESTED', 'STOLEN', 'LOST', 'OTHER')),
  destination      varchar(6) not null check (destination in ('LET_GO', 'LOST')),
  why              varchar(500),
  found_where      varchar(200),
  documents        varchar(300),
  disposal         varchar(500),
  -- why a second person looks at it; null: nobody had to
  needs            varchar(12) check (needs in ('ABOVE_LIMIT', 'UNKNOWN', 'NOT_LIMITED')),
  occurred_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  recorded_by      bigint not null references person,
  decided_at       timestamp(6) with time zone,
  decided_by       bigint references person,
  reversed_at      timestamp(6) with time zone,
  version          integer not null,
  check ((decided_at is null) = (decided_by is null)),
  -- the second person is another one; who proposed may take the proposal back
  check (decided_by is null or decided_by <> recorded_by or state = 'DECLINED'),
  check (needs is null or state = 'PROPOSED' or decided_by is not null),
  check (needs is not null or state = 'POSTED'),
  check (reversed_at is null or state = 'POSTED')
);
create index write_off_of_organisation on write_off (organisation_id, id);
create index write_off_by_state on write_off (organisation_id, state, id);

create table write_off_line (
  id            bigint primary key,
  write_off_id  bigint not null references write_off,
  line          integer not null,
  lot_id        bigint not null references lot,
  place_id      bigint not null references place,
  quantity      bigint not null check (quantity > 0),
  -- in the minor unit; null: nobody knows
  worth         bigint,
  currency      varchar(3),
  unique (write_off_id, line),
  check ((worth is null) = (currency is null))
);
