package org.kindtrail.round;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A slot of a day. Hours are told in the organisation's time: where its clocks are put forward, slots that no clock shows
 * are left out; where they are put back, a time that comes twice means the first.
 *
 * @param time when it begins, as the clock on the wall shows it
 */
record Slot(String time, Instant startsAt, Instant endsAt, int capacity) {
    static List<Slot> of(LocalDate day, List<HandOverHours> hours, ZoneId zone) {
        List<Slot> slots = new ArrayList<>();
        for (HandOverHours open : hours) {
            if (open.getWeekday() == day.getDayOfWeek().getValue()) {
                for (int at = open.getOpens(); at + open.getSlotMinutes() <= open.getCloses(); at += open.getSlotMinutes()) {
                    LocalDateTime begins = day.atStartOfDay().plusMinutes(at);
                    if (!zone.getRules().getValidOffsets(begins).isEmpty()) {
                        Instant starts = begins.atZone(zone).toInstant();
                        Duration length = Duration.ofMinutes(open.getSlotMinutes());
                        slots.add(new Slot(ClockTime.of(at), starts, starts.plus(length), open.getCapacity()));
                    }
                }
            }
        }
        slots.sort(java.util.Comparator.comparing(Slot::startsAt));
        return slots;
    }
}
