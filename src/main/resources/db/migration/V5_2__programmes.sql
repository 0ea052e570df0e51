-- Programmes: who works in one, what it may spend on what, what it is to reach; and what is charged to one.

alter table programme add column last_line integer default 0 not null;

create sequence budget_line_seq increment by 10;

-- Organisations that work in it; one of the installation may be named by its code too.
create table programme_partner (
  programme_id     bigint not null references programme,
  position         integer not null,
  name             varchar(160) not null,
  role             varchar(16) not null check (role in ('FUNDER', 'IMPLEMENTER', 'PARTNER')),
  organisation_id  bigint references organisation,
  primary key (programme_id, position)
);

-- What may be spent on what, in the minor unit of the programme's currency. A number is never given again.
create table budget_line (
  id            bigint primary key,
  programme_id  bigint not null references programme,
  line          integer not null check (line >= 1),
  position      integer not null,
  name          varchar(160) not null,
  amount        bigint not null check (amount >= 0),
  unique (programme_id, line),
  unique (programme_id, id)
);

-- What is to be reached; reports count how far it came.
create table programme_target (
  programme_id  bigint not null references programme,
  position      integer not null,
  kind          varchar(20) not null check (kind in ('ITEMS_DISTRIBUTED', 'PEOPLE_HELPED', 'NEEDS_MET', 'DISPATCHES')),
  -- of items distributed: the category that is counted; null: all
  category      varchar(40),
  number        bigint not null check (number between 1 and 1000000000),
  by_day        date not null,
  primary key (programme_id, position),
  check (category is null or kind = 'ITEMS_DISTRIBUTED')
);

alter table purchase add column budget_line_id bigint;
alter table purchase add constraint purchase_budget_line foreign key (programme_id, budget_line_id)
  references budget_line (programme_id, id);
alter table purchase add constraint purchase_line_of_programme check (budget_line_id is null or programme_id is not null);

alter table pay_out add column programme_id bigint references programme;
alter table pay_out add column budget_line_id bigint;
alter table pay_out add constraint pay_out_budget_line foreign key (programme_id, budget_line_id)
  references budget_line (programme_id, id);
alter table pay_out add constraint pay_out_line_of_programme check (budget_line_id is null or programme_id is not null);
create index pay_out_of_programme on pay_out (programme_id, id);
