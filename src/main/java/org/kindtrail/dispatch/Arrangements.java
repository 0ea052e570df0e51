package org.kindtrail.dispatch;

import java.time.LocalDate;
import java.util.List;

/** What is arranged about a dispatch in a room that stands above this one, as a delivery round; this room does not know which. */
public interface Arrangements {
    /**
     * One thing that is arranged, for the page of the dispatch.
     *
     * @param wordsKey the key of what it is called
     * @param code its code
     * @param href the page of it
     * @param day when it is to happen
     * @param time the hour on the clock of the house; null: the whole day
     */
    record Arrangement(String wordsKey, String code, String href, LocalDate day, String time) {}

    /**
     * What stands now, or has happened; not what was called off.
     *
     * @param dispatch its code, as it is kept
     */
    List<Arrangement> of(String dispatch);
}
