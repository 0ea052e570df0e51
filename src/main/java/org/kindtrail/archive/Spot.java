package org.kindtrail.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.kindtrail.place.PlaceKind;

/** A place as an event tells it. @param code null where it is another organisation's */
record Spot(PlaceKind kind, String code) {
    /** What is read for the place; {@code %s}: its name in the statement. */
    private static final String COLUMNS =
            "%1$s.kind, case when %1$s.organisation_id is null or %1$s.organisation_id = :org"
                    + " or %1$s.kind in ('BOX', 'PALLET', 'FREIGHT') then %1$s.code end";

    static String columns(String place) {
        return COLUMNS.formatted(place);
    }

    /** Null where there is none. */
    static Spot of(ResultSet found, int at) throws SQLException {
        String kind = found.getString(at);
        return kind == null ? null : new Spot(PlaceKind.valueOf(kind), found.getString(at + 1));
    }

    boolean isContainer() {
        return kind.isContainer();
    }

    /** Whether an event can be told to have happened there. */
    boolean isLocation() {
        return code != null && (kind.isFixed() || kind == PlaceKind.PARTNER);
    }
}
