package org.kindtrail.web;

import com.ibm.icu.text.DateFormat;
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

/** Days and moments as each language writes them (CLDR); English ones by the day first, as most of the world does. */
public final class Days {
    private static final Map<String, DateFormat> FORMATS = new ConcurrentHashMap<>();

    private Days() {}

    /** 5 May 2026; 5 мая 2026 г. */
    public static String day(LocalDate day, Locale locale) {
        return format("yMMMd", "d MMM yyyy", start(day), ZoneOffset.UTC, locale);
    }

    /** The day that it is then in the zone. */
    public static String day(Instant moment, ZoneId zone, Locale locale) {
        return format("yMMMd", "d MMM yyyy", moment, zone, locale);
    }

    /** 5 May 2026 18:30, in the zone. */
    public static String moment(Instant moment, ZoneId zone, Locale locale) {
        return format("yMMMdHm", "d MMM yyyy HH:mm", moment, zone, locale);
    }

    /** May 2026. */
    public static String month(LocalDate day, Locale locale) {
        return format("yMMMM", "LLLL yyyy", start(day), ZoneOffset.UTC, locale);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String format(String skeleton, String english, Instant moment, ZoneId zone, Locale locale) {
        DateFormat format = FORMATS.computeIfAbsent(locale.getLanguage() + skeleton, key -> made(skeleton, english, locale));
        DateFormat own = (DateFormat) format.clone();
        own.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return own.format(Date.from(moment));
    }

    private static DateFormat made(String skeleton, String english, Locale locale) {
        DateFormat format = locale.getLanguage().equals("en")
                ? new SimpleDateFormat(english, locale)
                : DateFormat.getInstanceForSkeleton(skeleton, locale);
        GregorianCalendar calendar = new GregorianCalendar(locale);
        calendar.setGregorianChange(new Date(Long.MIN_VALUE));
        format.setCalendar(calendar);
        return format;
    }
}
