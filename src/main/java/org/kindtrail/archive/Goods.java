package org.kindtrail.archive;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A quantity of a lot as an event tells it. @param size null: none */
record Goods(String lot, String item, String unit, String size, String grade, long quantity) {
    /** What is read for it of the lot {@code l} and its item {@code i}; the quantity stands before it. */
    static final String COLUMNS = "l.code, i.code, i.unit, l.size, l.grade";

    /** @param at where the quantity stands */
    static Goods of(ResultSet found, int at) throws SQLException {
        return new Goods(
                found.getString(at + 1),
                found.getString(at + 2),
                found.getString(at + 3),
                found.getString(at + 4),
                found.getString(at + 5),
                found.getLong(at));
    }
}
