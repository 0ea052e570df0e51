package org.kindtrail.round;

import java.util.Locale;

/** Times as a clock shows them, 09:30, and as minutes from midnight. */
final class ClockTime {
    /** From 00:00 to 23:59. */
    static final String FORM = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";
    /** The same, and 24:00 for the end of the day. */
    static final String END_FORM = FORM + "|24:00";

    private static final int HOUR = 60;

    private ClockTime() {}

    static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * HOUR + Integer.parseInt(time.substring(3));
    }

    static String of(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / HOUR, minutes % HOUR);
    }

    /** Typed by people: 9:30 is 09:30. */
    static String typed(String text) {
        return text != null && text.matches("[0-9]:[0-5][0-9]") ? "0" + text : text;
    }
}
