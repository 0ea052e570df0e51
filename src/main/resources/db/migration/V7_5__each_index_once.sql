-- Both were made twice, under two names, and each cost a write for every movement.
drop index movement_into_place;
drop index movement_out_of_place;
