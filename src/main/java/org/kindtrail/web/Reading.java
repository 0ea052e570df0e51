package org.kindtrail.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.FieldError;

/** Reads typed fields into values; what cannot be read is remembered as a fault and given as null. */
public final class Reading {
    private final Form form;
    private final List<FieldError> faults;

    Reading(Form form, List<FieldError> faults) {
        this.form = form;
        this.faults = faults;
    }

    /** Text with its ends trimmed; null when empty. */
    public String text(String name) {
        String typed = form.value(name).strip();
        return typed.isEmpty() ? null : typed.replace("\r\n", "\n");
    }

    /** Text that is to be sealed, with its ends trimmed; null when empty. */
    public Confidential confidential(String name) {
        return Confidential.of(text(name));
    }

    /** A whole number written in the digits 0-9, spaces between groups allowed; null when empty. */
    public Long wholeNumber(String name) {
        String typed = form.value(name).strip().replaceAll("[ \u00a0\u202f]", "");
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[+-]?[0-9]{1,30}")) {
            return refuse(name, "error_whole_number", typed);
        }
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException tooLarge) {
            return refuse(name, "error_quantity", typed);
        }
    }

    /** A day as the browser's date field sends it (ISO 8601), or dd.MM.yyyy as people write it; null when empty. */
    public LocalDate day(String name) {
        String typed = form.value(name).strip();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            if (typed.matches("[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}")) {
                String[] parts = typed.split("\\.");
                return LocalDate.of(
                        Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
            }
            return LocalDate.parse(typed);
        } catch (java.time.DateTimeException notADay) {
            return refuse(name, "error_date", typed);
        }
    }

    /** A day that means its noon in the organisation's time zone; null when empty. */
    public Instant noonOf(String name, ZoneId zone) {
        LocalDate day = day(name);
        return day == null ? null : day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }

    /** A code in any of the ways people write it; null when empty. */
    public String code(String name) {
        String typed = form.value(name).strip();
        if (typed.isEmpty()) {
            return null;
        }
        return Code.read(typed).orElseGet(() -> refuse(name, "error_code", typed));
    }

    /** One of an enumeration's constants, by its name in lower case; null when empty. */
    public <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        String typed = form.value(name).strip();
        if (typed.isEmpty()) {
            return null;
        }
        for (E each : type.getEnumConstants()) {
            if (each.name().equalsIgnoreCase(typed)) {
                return each;
            }
        }
        return refuse(name, "error_choice", typed);
    }

    public boolean ticked(String name) {
        return form.has(name);
    }

    /** Adds a fault that the page itself found. */
    public <T> T refuse(String name, String key, String typed) {
        faults.add(new FieldError(
                name, key, Map.of("given", typed.length() <= 60 ? typed : typed.substring(0, 57) + "...", "most",
                        org.kindtrail.kernel.Quantity.MOST)));
        return null;
    }

    /** What could not be read so far. */
    public List<FieldError> faults() {
        return faults;
    }
}
