-- Matching: plans that propose what of stock is promised to which needs, and say why. A plan that is confirmed or dropped stays as it is.

create sequence plan_seq increment by 10;
create sequence plan_line_seq increment by 500;
create sequence plan_pick_seq increment by 500;

create table plan (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  state            varchar(10) not null check (state in ('PROPOSED', 'CONFIRMED', 'DROPPED')),
  -- which needs were asked about; all null: every open one
  programme_id     bigint references programme,
  urgency          varchar(8) check (urgency in ('CRITICAL', 'URGENT', 'NORMAL')),
  region           varchar(120),
  chosen           boolean not null,
  needs            integer not null,
  lines_all        integer not null,
  lines_some       integer not null,
  lines_none       integer not null,
  wanted           bigint not null,
  proposed         bigint not null,
  made_at          timestamp(6) with time zone not null,
  made_by          bigint not null references person,
  ended_at         timestamp(6) with time zone,
  ended_by         bigint references person,
  version          integer not null,
  check ((ended_at is null) = (state = 'PROPOSED')),
  check ((ended_at is null) = (ended_by is null))
);
create index plan_of_organisation on plan (organisation_id, id);
create index plan_by_state on plan (organisation_id, state, id);

-- A line of a need as it stood when the plan was made, and why it does not get more.
create table plan_line (
  id            bigint primary key,
  plan_id       bigint not null references plan,
  -- the number of the need in the plan, from 1, what is most urgent at the head
  turn          integer not null,
  need_line_id  bigint not null references need_line,
  -- what it had, and what it missed
  met           bigint not null check (met >= 0),
  wanted        bigint not null check (wanted > 0),
  proposed      bigint not null check (proposed between 0 and wanted),
  reason        varchar(12) not null,
  -- what the reason names: needs, programmes or sizes, one in a row
  named         varchar(400) not null,
  named_more    integer not null check (named_more >= 0),
  unique (plan_id, need_line_id)
);
create index plan_line_by_turn on plan_line (plan_id, turn, id);

-- So much of a lot at a place for a line: as it was proposed, as people changed it, and as it was promised.
create table plan_pick (
  id            bigint primary key,
  plan_line_id  bigint not null references plan_line,
  plan_id       bigint not null references plan,
  -- its number in the plan, from 1
  number        integer not null,
  lot_id        bigint not null references lot,
  place_id      bigint not null references place,
  proposed      bigint not null check (proposed > 0),
  quantity      bigint not null check (quantity between 0 and proposed),
  promised      bigint check (promised between 0 and quantity),
  unique (plan_id, number)
);
create index plan_pick_of_line on plan_pick (plan_line_id, id);
