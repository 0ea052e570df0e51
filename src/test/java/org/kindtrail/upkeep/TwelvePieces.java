package org.kindtrail.upkeep;

import java.util.List;

/** The smallest installation with something on a shelf. */
final class TwelvePieces {
    static final List<String> SQL = List.of(
            "insert into organisation (id, code, name, country, time_zone, catalogue_version, created_at, version)"
                    + " values (1, 'H-0000-0000', 'Дом', 'KZ', 'Asia/Almaty', 0, current_timestamp, 0)",
            "insert into place (id, organisation_id, code, kind, name, walk, active, version)"
                    + " values (1000, 1, 'P-0000-0000', 'SITE', 'Hall', 0, true, 0)",
            "insert into item (id, code, category, wearer, unit, sizes, name_en, active) values (1, 'unsorted-bag', 'bags', 'ANY',"
                    + " 'bag', '', 'Bag \\ with' || char(9) || 'a tab' || char(10) || 'and a line', true)",
            "insert into lot (id, organisation_id, code, item_id, fits, grade, quantity, origin, received_at, recorded_at)"
                    + " values (1, 1, 'B-0000-0000', 1, 'ANY', 'UNSORTED', 12, 1, current_timestamp, current_timestamp)",
            "insert into movement (id, organisation_id, lot_id, from_place_id, to_place_id, quantity, reason, document,"
                    + " occurred_at, recorded_at, item_id) values (1, 1, 1, 1, 1000, 12, 'RECEIVED', 'D-0000-0000',"
                    + " current_timestamp, current_timestamp, 1)",
            "insert into balance (lot_id, place_id, item_id, on_hand, allocated) values (1, 1000, 1, 12, 0)");

    private TwelvePieces() {}
}
