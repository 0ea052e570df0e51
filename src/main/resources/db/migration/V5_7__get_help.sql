-- What an organisation says to somebody who needs help: how to reach it. One page for each, shown when it says so.

create table help_page (
  organisation_id  bigint primary key references organisation,
  shown            boolean not null,
  -- E.164
  whatsapp         varchar(16),
  telegram         varchar(32),
  email            varchar(254),
  hours            varchar(300) not null,
  text_en          varchar(2000) not null,
  text_ru          varchar(2000) not null,
  text_kk          varchar(2000) not null,
  text_ky          varchar(2000) not null,
  changed_at       timestamp(6) with time zone not null,
  version          integer not null
);

-- E.164, in the order in which they are tried
create table help_telephone (
  organisation_id  bigint not null references help_page,
  position         integer not null,
  number           varchar(16) not null,
  primary key (organisation_id, position)
);
