-- Sheets on which a drive writes down by hand what comes in; their codes are those of labels, so that a line counts once.
create sequence intake_sheet_seq increment by 50;
create table intake_sheet (
  id               bigint primary key,
  organisation_id  bigint not null references organisation,
  code             varchar(16) not null unique,
  drive_id         bigint not null references drive,
  printed_at       timestamp(6) with time zone not null,
  printed_by       bigint not null references person
);
create index intake_sheet_newest on intake_sheet (organisation_id, id);
create index intake_sheet_of_drive on intake_sheet (drive_id, id);

alter table blank_label add column sheet_id bigint references intake_sheet;
alter table blank_label add column sheet_line integer;
create unique index blank_label_on_sheet on blank_label (sheet_id, sheet_line);
