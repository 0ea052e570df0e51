-- Barcodes (GTIN, 14 digits) by which an organisation finds an item, and its size.
create table item_barcode (
  organisation_id bigint not null references organisation,
  gtin            varchar(14) not null,
  item_id         bigint not null references item,
  size            varchar(20),
  added_at        timestamp(6) with time zone not null,
  primary key (organisation_id, gtin)
);
create index item_barcode_of_item on item_barcode (item_id, organisation_id, gtin);
