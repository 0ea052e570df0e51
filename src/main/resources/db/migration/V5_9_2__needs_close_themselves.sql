-- A need of which everything has arrived closes by itself, and opens again when a delivery is taken back; one that somebody
-- closed stays closed.
alter table need add column closed_by_itself boolean default false not null;
