-- In every hand: what languages, paper, spreadsheets and other systems need.

-- The language that somebody chose to read (BCP 47); null: that of the browser.
alter table person add column language varchar(8);
