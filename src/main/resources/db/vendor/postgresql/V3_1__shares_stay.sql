-- What was made of what, and who has a share in it, stays as it was written.
create trigger conversion_input_stays before update or delete on conversion_input for each row execute function refuse_change();
create trigger conversion_input_stays_whole before truncate on conversion_input for each statement execute function refuse_change();
create trigger lot_share_stays before update or delete on lot_share for each row execute function refuse_change();
create trigger lot_share_stays_whole before truncate on lot_share for each statement execute function refuse_change();
create trigger standard_value_stays before update or delete on standard_value for each row execute function refuse_change();
create trigger standard_value_stays_whole before truncate on standard_value for each statement execute function refuse_change();
