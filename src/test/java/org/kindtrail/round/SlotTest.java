package org.kindtrail.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class SlotTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static HandOverHours sunday(String from, String to, long minutes) {
        return new HandOverHours(1L, 2L, new HoursRow(Weekday.SUNDAY, from, to, minutes, 3L));
    }

    private static List<String> times(LocalDate day, HandOverHours hours) {
        return Slot.of(day, List.of(hours), BERLIN).stream().map(Slot::time).toList();
    }

    @Test
    void aDayIsCutIntoSlotsAndWhatDoesNotFitWholeIsLeftOut() {
        assertThat(times(LocalDate.of(2026, 11, 8), sunday("09:00", "10:45", 30))).containsExactly("09:00", "09:30", "10:00");
        assertThat(times(LocalDate.of(2026, 11, 8), sunday("23:00", "24:00", 30))).containsExactly("23:00", "23:30");
        assertThat(times(LocalDate.of(2026, 11, 9), sunday("09:00", "10:45", 30))).isEmpty();
    }

    @Test
    void slotsThatNoClockShowsAreLeftOutWhenClocksArePutForward() {
        List<Slot> slots = Slot.of(LocalDate.of(2026, 3, 29), List.of(sunday("01:00", "04:00", 30)), BERLIN);
        assertThat(slots).extracting(Slot::time).containsExactly("01:00", "01:30", "03:00", "03:30");
        assertThat(slots.get(1).endsAt()).isEqualTo(slots.get(2).startsAt()).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void aTimeThatComesTwiceMeansTheFirst() {
        List<Slot> slots = Slot.of(LocalDate.of(2026, 10, 25), List.of(sunday("02:00", "04:00", 60)), BERLIN);
        assertThat(slots).extracting(Slot::startsAt)
                .containsExactly(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T02:00:00Z"));
    }
}
