-- For a moment: what V5_8_2 adds to movements is filled in from their lots.
drop trigger movement_stays;
