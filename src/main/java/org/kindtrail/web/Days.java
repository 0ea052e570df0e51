package org.kindtrail.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Days and moments as each language writes them: by the day first, English with the month's name, Russian, Kazakh and Kyrgyz in
 * digits, which also fits a narrow page; a month by CLDR.
 */
public final class Days {
    private static final Map<String, DateFormat> FORMATS = new ConcurrentHashMap<>();

    private Days() {}

    /** 5 May 2026; 05.05.2026 */
    public static String day(LocalDate day, Locale locale) {
        return format("dd.MM.yyyy", "d MMM yyyy", start(day), ZoneOffset.UTC, locale);
    }

    /** The day that it is then in the zone. */
    public static String day(Instant moment, ZoneId zone, Locale locale) {
        return format("dd.MM.yyyy", "d MMM yyyy", moment, zone, locale);
    }

    /** 5 May 2026 18:30, in the zone. */
    public static String moment(Instant moment, ZoneId zone, Locale locale) {
        return format("dd.MM.yyyy HH:mm", "d MMM yyyy HH:mm", moment, zone, locale);
    }

    /** May 2026; in Russian without the letter for "year", whose point would stand before that of a sentence. */
    public static String month(LocalDate day, Locale locale) {
        if (locale.getLanguage().equals("ru")) {
            return format("LLLL yyyy", "LLLL yyyy", start(day), ZoneOffset.UTC, locale);
        }
        String pattern = DateTimePatternGenerator.getInstance(locale).getBestPattern("yMMMM");
        return format(pattern, "LLLL yyyy", start(day), ZoneOffset.UTC, locale);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String format(String pattern, String english, Instant moment, ZoneId zone, Locale locale) {
        String written = locale.getLanguage().equals("en") ? english : pattern;
        DateFormat format = FORMATS.computeIfAbsent(locale.getLanguage() + written, key -> made(written, locale));
        DateFormat own = (DateFormat) format.clone();
        own.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return own.format(Date.from(moment));
    }

    private static DateFormat made(String pattern, Locale locale) {
        DateFormat format = new SimpleDateFormat(pattern, locale);
        GregorianCalendar calendar = new GregorianCalendar(locale);
        calendar.setGregorianChange(new Date(Long.MIN_VALUE));
        format.setCalendar(calendar);
        return format;
    }
}
