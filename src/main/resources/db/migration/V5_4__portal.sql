-- A recipient's own people: each is bound to one recipient of the organisation, has no other role, and comes in by a password or
-- by a link, of which only the hash is kept.

alter table recipient add constraint recipient_of_house unique (id, organisation_id);

-- It was told by another organisation with a referral; then it is counted in no crowd, for the other counts it already.
alter table recipient add column referred boolean default false not null;

alter table person add column recipient_id bigint;
alter table person add column link_hash varchar(64) unique;
alter table person add column link_ends_at timestamp(6) with time zone;
alter table person add constraint person_of_recipient foreign key (recipient_id, organisation_id) references recipient (id, organisation_id);
alter table person add constraint person_partner_alone check (
  (recipient_id is null and roles not like '%PARTNER%') or (recipient_id is not null and roles = 'PARTNER'));
alter table person add constraint person_link_of_partner check ((link_hash is null) = (link_ends_at is null) and (link_hash is null or recipient_id is not null));
-- Somebody of the recipient, signed in, said that it arrived.
alter table delivery add column by_recipient boolean default false not null;
create index person_by_recipient on person (recipient_id, id);
create index dispatch_newest_of_recipient on dispatch (recipient_id, id);
