package org.kindtrail.sheet;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import java.math.BigDecimal;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people write into cells: numbers, amounts, days, yes and no. Empty where it cannot be read. */
public final class Cells {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u2009\\u202f]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}(?:[.,][0-9]{1,15})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(?:,[0-9]{3}){1,8}(?:\\.[0-9]{1,15})?|[+-]?[0-9]{1,3}(?:\\.[0-9]{3}){2,8}(?:,[0-9]{1,15})?|[+-]?[0-9]{1,3}(?:\\.[0-9]{3}){1,8},[0-9]{1,15}");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ].{0,24})?");
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})(?: .{0,12})?");
    private static final List<Integer> STYLES = List.of(DateFormat.LONG, DateFormat.MEDIUM);

    private static final Map<String, Boolean> TRUTHS = truths();

    private Cells() {}

    private static Map<String, Boolean> truths() {
        Map<String, Boolean> known = new java.util.HashMap<>();
        for (String yes : List.of("yes", "y", "true", "x", "1", "+", "да", "истина", "иә", "ия", "ооба", "ақиқат", "v", "✓")) {
            known.put(yes, true);
        }
        for (String no : List.of("no", "n", "false", "0", "-", "нет", "ложь", "жоқ", "жок", "өтірік")) {
            known.put(no, false);
        }
        return known;
    }

    /** The text with its ends trimmed, no-break spaces too. */
    public static String text(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isSpace(cell.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean isSpace(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == '\uFEFF';
    }

    /**
     * A number with a point or a comma, with spaces between thousands: "1 234,50". Where both stand, the last one parts the
     * whole from the rest: "1,234.50".
     */
    public static Optional<BigDecimal> number(String cell) {
        String plain = SPACES.matcher(cell).replaceAll("").replace("'", "").replace('\u2212', '-');
        if (GROUPED.matcher(plain).matches() && (plain.indexOf('.') >= 0 && plain.indexOf(',') >= 0 || twice(plain))) {
            char rest = plain.lastIndexOf('.') > plain.lastIndexOf(',') ? '.' : ',';
            char group = rest == '.' ? ',' : '.';
            plain = twice(plain) && plain.indexOf(group) < 0
                    ? plain.replace(String.valueOf(rest), "")
                    : plain.replace(String.valueOf(group), "");
        }
        return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain.replace(',', '.'))) : Optional.empty();
    }

    private static boolean twice(String plain) {
        return plain.indexOf(',') != plain.lastIndexOf(',') || plain.indexOf('.') != plain.lastIndexOf('.');
    }

    /** A number without anything behind the point: "12", "1 200", "12,00". */
    public static Optional<Long> wholeNumber(String cell) {
        return number(cell).filter(each -> each.stripTrailingZeros().scale() <= 0)
                .filter(each -> each.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
                .map(BigDecimal::longValueExact);
    }

    /**
     * A day: 2026-11-05, 05.11.2026, 5/11/2026 (the day first), or with the month in words as the language writes it.
     */
    public static Optional<LocalDate> day(String cell, Locale language) {
        String plain = text(cell);
        try {
            Matcher iso = ISO.matcher(plain);
            if (iso.matches()) {
                return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
            }
            Matcher dayFirst = DAY_FIRST.matcher(plain);
            if (dayFirst.matches()) {
                return Optional.of(LocalDate.of(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1)));
            }
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
        return plain.length() > 40 || !plain.codePoints().anyMatch(Character::isLetter) ? Optional.empty() : inWords(plain, language);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Optional<LocalDate> inWords(String plain, Locale language) {
        for (int style : STYLES) {
            DateFormat format = DateFormat.getDateInstance(style, language.getLanguage().equals("en") ? Locale.UK : language);
            format.setTimeZone(TimeZone.GMT_ZONE);
            format.setLenient(false);
            ParsePosition read = new ParsePosition(0);
            Date day = format.parse(plain, read);
            if (day != null && read.getIndex() == plain.length()) {
                return Optional.of(LocalDate.ofInstant(Instant.ofEpochMilli(day.getTime()), ZoneOffset.UTC));
            }
        }
        return Optional.empty();
    }

    /** Yes or no in the four languages, or as spreadsheet programs write it. */
    public static Optional<Boolean> truth(String cell) {
        return Optional.ofNullable(TRUTHS.get(text(cell).toLowerCase(Locale.ROOT)));
    }
}
