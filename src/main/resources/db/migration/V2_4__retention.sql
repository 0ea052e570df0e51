-- How long sealed details are kept after a recipient was last served.

-- What a coordinator has set; without a row it is 12 months, and nothing goes by itself.
create table retention (
  organisation_id  bigint primary key references organisation,
  months           integer not null check (months between 1 and 120),
  by_itself        boolean not null,
  version          integer not null
);

create index dispatch_of_recipient on dispatch (recipient_id, state);
