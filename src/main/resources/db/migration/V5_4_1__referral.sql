-- A need passed to another organisation of the installation, and who answers for it.

create sequence referral_seq increment by 10;
create sequence referral_line_seq increment by 100;

create table referral (
  id                bigint primary key,
  -- who passes it on
  organisation_id   bigint not null references organisation,
  -- to whom
  receiver_id       bigint not null references organisation,
  code              varchar(16) not null unique,
  state             varchar(10) not null check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'RETURNED')),
  need_id           bigint not null references need,
  -- the same while it is offered or accepted: a need is with one at a time
  standing_need_id  bigint unique,
  -- the need of whoever accepted it
  taken_need_id     bigint unique references need,
  note              varchar(1000),
  -- why it was declined, withdrawn or returned
  reason            varchar(500),
  offered_at        timestamp(6) with time zone not null,
  offered_by        bigint not null references person,
  decided_at        timestamp(6) with time zone,
  ended_at          timestamp(6) with time zone,
  -- who answers for what was accepted, over all further hops, and since when
  answering_id      bigint references organisation,
  answering_since   timestamp(6) with time zone,
  -- when sealed details were last handed over with it
  details_at        timestamp(6) with time zone,
  version           integer not null,
  check (receiver_id <> organisation_id),
  check ((state in ('OFFERED', 'ACCEPTED')) = (standing_need_id is not null)),
  check ((state in ('ACCEPTED', 'RETURNED')) = (taken_need_id is not null)),
  check ((state = 'ACCEPTED') = (answering_id is not null) and (answering_id is null) = (answering_since is null))
);
create index referral_of_organisation on referral (organisation_id, id);
create index referral_to_organisation on referral (receiver_id, state, id);
create index referral_of_need on referral (need_id, id);

-- What was passed on of each line, under which number the other has it, and how much of it the other met when it gave it back.
create table referral_line (
  id           bigint primary key,
  referral_id  bigint not null references referral,
  line         integer not null,
  taken_line   integer not null,
  quantity     bigint not null check (quantity > 0),
  met          bigint not null check (met >= 0),
  unique (referral_id, line)
);
