package org.kindtrail.programme;

import java.util.List;
import java.util.Set;

/** What was spent for programmes; the rooms that spend say it, and this room does not know which they are. */
public interface Charges {
    /**
     * What was spent on a budget line in one currency, less what came back.
     *
     * @param line number of the line; null: on none
     * @param minor in the currency's minor unit; below nothing where more came back
     */
    record Spent(Integer line, String currency, long minor) {}

    /**
     * What stands charged to a programme. What was paid in, or counted for, the programme's currency is told in that.
     *
     * @param programme its id
     * @param currency of its budget
     */
    List<Spent> of(Long programme, String currency);

    /** The lines that something names, also what was reversed: they stay. */
    Set<Integer> named(Long programme);
}
