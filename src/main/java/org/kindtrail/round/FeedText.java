package org.kindtrail.round;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

/** A calendar as calendar programs read it: iCalendar, RFC 5545. */
final class FeedText {
    /** The most octets of a line, its end not counted. */
    static final int WIDTH = 75;

    private static final String END = "\r\n";
    private static final String PRODUCT = "-//Kindtrail//Kindtrail//EN";

    private final ICalendar calendar = new ICalendar();

    /** @param name what calendar programs call it */
    FeedText(String name) {
        calendar.setProductId(PRODUCT);
        calendar.setName(name);
        calendar.setExperimentalProperty("X-WR-CALNAME", name);
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
    }

    /** Something that takes a whole day. */
    void wholeDay(String code, LocalDate day, String summary, boolean stands, Instant changedAt, int version) {
        VEvent event = event(code, summary, stands, changedAt, version);
        event.setDateStart(date(day), false);
        event.setDateEnd(date(day.plusDays(1)), false);
        event.setTransparency(true);
        calendar.addEvent(event);
    }

    private static ICalDate date(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    /** Something at an hour. */
    void atHour(
            String code, Instant starts, Instant ends, String summary, boolean stands, Instant changedAt, int version) {
        VEvent event = event(code, summary, stands, changedAt, version);
        event.setDateStart(Date.from(starts), true);
        event.setDateEnd(Date.from(ends), true);
        calendar.addEvent(event);
    }

    private static VEvent event(String code, String summary, boolean stands, Instant changedAt, int version) {
        VEvent event = new VEvent();
        event.setUid(code + "@kindtrail");
        event.setDateTimeStamp(Date.from(changedAt));
        event.setLastModified(Date.from(changedAt));
        event.setSequence(version);
        event.setSummary(summary);
        event.setStatus(stands ? Status.confirmed() : Status.cancelled());
        return event;
    }

    /** The text; its lines are folded by octets and not, as the library would, by characters. */
    String text() {
        StringWriter written = new StringWriter();
        try (ICalWriter writer = new ICalWriter(written, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        StringBuilder folded = new StringBuilder();
        for (String line : written.toString().split(END)) {
            fold(line, folded);
        }
        return folded.toString();
    }

    /** What does not fit goes on in the next line after a space; no character is torn apart. */
    static void fold(String line, StringBuilder into) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            int more = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > WIDTH) {
                into.append(END).append(' ');
                octets = 1;
            }
            into.appendCodePoint(character);
            octets += more;
            i += Character.charCount(character);
        }
        into.append(END);
    }
}
