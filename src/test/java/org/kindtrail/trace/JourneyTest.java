package org.kindtrail.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindtrail.recipient.Disclosure;

@Tag("once")
class JourneyTest {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final Instant STEP = there("2026-12-08T00:00:00");

    private static Instant there(String local) {
        return LocalDateTime.parse(local).atZone(ALMATY).toInstant();
    }

    private static Journey to(Disclosure disclosure) {
        return new Journey(disclosure, ALMATY);
    }

    @ParameterizedTest
    @EnumSource(value = Disclosure.class, mode = EnumSource.Mode.EXCLUDE, names = "NAMED")
    void allOfAMonthIsToldAtOneMomentAndNotAMicrosecondBefore(Disclosure disclosure) {
        for (LocalDate day = LocalDate.of(2026, 11, 1); day.getMonthValue() == 11; day = day.plusDays(1)) {
            Instant first = day.atStartOfDay(ALMATY).toInstant();
            Instant last = day.atTime(LocalTime.MAX).atZone(ALMATY).toInstant();
            assertThat(Journey.toldFrom(first, ALMATY, disclosure)).isEqualTo(STEP);
            assertThat(Journey.toldFrom(last, ALMATY, disclosure)).isEqualTo(STEP);
            assertThat(to(disclosure).isTold(first, first, STEP.minusNanos(1000))).isFalse();
            assertThat(to(disclosure).isTold(last, last, STEP)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Almaty", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"})
    void nothingIsToldBeforeItIsAWeekPastAndTheMonthIsTheOrganisations(String zone) {
        ZoneId there = ZoneId.of(zone);
        Instant last = YearMonth.of(2026, 1).atEndOfMonth().atTime(23, 59, 59).atZone(there).toInstant();
        Instant told = Journey.toldFrom(last, there, Disclosure.REGION);
        assertThat(told).isEqualTo(LocalDate.of(2026, 2, 8).atStartOfDay(there).toInstant());
        assertThat(told).isAfterOrEqualTo(last.plus(java.time.Duration.ofDays(7)));
        assertThat(Journey.toldFrom(last.plusSeconds(1), there, Disclosure.REGION))
                .isEqualTo(LocalDate.of(2026, 3, 8).atStartOfDay(there).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T23:00:00, 2026-12-01T09:00:00, 2026-12-08T00:00:00",
        "2026-11-30T23:00:00, 2026-12-08T00:00:00, 2026-12-08T00:00:00",
        "2026-11-30T23:00:00, 2026-12-08T00:00:01, 2027-01-08T00:00:00",
        "2026-08-10T12:00:00, 2026-12-20T09:00:00, 2027-01-08T00:00:00",
        "2026-12-01T00:00:00, 2026-12-03T09:00:00, 2027-01-08T00:00:00"
    })
    void whatIsWrittenDownLateWaitsForTheNextTime(String at, String recordedAt, String told) {
        assertThat(to(Disclosure.HIDDEN).toldFrom(there(at), there(recordedAt))).isEqualTo(there(told));
        assertThat(to(Disclosure.NAMED).toldFrom(there(at), there(recordedAt))).isEqualTo(there(recordedAt));
    }

    @Test
    void whoAgreedToBeNamedIsToldOfAtOnceAndWithTheDay() {
        Instant at = there("2026-11-22T15:00:00");
        Journey journey = to(Disclosure.NAMED);
        assertThat(journey.isTold(at, at, at)).isTrue();
        assertThat(journey.isDepartureTold(at, at, at)).isTrue();
        assertThat(journey.isTakenBack(at, at)).isTrue();
        assertThat(journey.isTakenBack(null, at)).isFalse();
        assertThat(journey.reckoned(at, at)).isEqualTo(at);
        assertThat(journey.arrival(at, at)).isEqualTo(When.on(LocalDate.of(2026, 11, 22)));
    }

    @ParameterizedTest
    @EnumSource(value = Disclosure.class, mode = EnumSource.Mode.EXCLUDE, names = "NAMED")
    void aDepartureWithoutAnArrivalIsToldAMonthLater(Disclosure disclosure) {
        Instant at = there("2026-11-30T15:00:00");
        assertThat(to(disclosure).isDepartureTold(at, at, STEP)).isFalse();
        Instant later = there("2027-01-08T00:00:00");
        assertThat(to(disclosure).isDepartureTold(at, at, later.minusNanos(1000))).isFalse();
        assertThat(to(disclosure).isDepartureTold(at, at, later)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Disclosure.class, mode = EnumSource.Mode.EXCLUDE, names = "NAMED")
    void thatSomethingWasTakenBackIsToldTheNextTime(Disclosure disclosure) {
        Journey journey = to(disclosure);
        assertThat(journey.isTakenBack(there("2026-11-20T15:00:00"), STEP.minusNanos(1000))).isFalse();
        assertThat(journey.isTakenBack(there("2026-11-20T15:00:00"), STEP)).isTrue();
        assertThat(journey.isTakenBack(there("2026-12-07T15:00:00"), STEP)).isTrue();
        assertThat(journey.isTakenBack(STEP.plusSeconds(1), there("2027-01-07T23:59:59"))).isFalse();
        assertThat(journey.isTakenBack(null, STEP)).isFalse();
    }

    /** Otherwise who saw the goods come in on the last day of a month, and reads that they arrived in it, would know the day. */
    @ParameterizedTest
    @CsvSource({
        // came in, arrived, told from, words
        "2026-11-03, 2026-11-20, 2026-12-08, in 2026-11",
        "2026-11-23, 2026-11-24, 2026-12-08, in 2026-11",
        "2026-11-24, 2026-11-25, 2027-01-08, by 2026-12",
        "2026-11-30, 2026-11-30, 2027-01-08, by 2026-12",
        "2026-11-30, 2026-12-01, 2027-01-08, by 2026-12",
        "2026-11-24, 2026-12-31, 2027-01-08, by 2026-12",
        "2026-11-30, 2027-01-01, 2027-02-08, in 2027-01",
        "2026-10-03, 2026-11-01, 2026-12-08, in 2026-11"
    })
    void whatCameInDuringTheLastWeekOfAMonthIsToldWithTheNext(LocalDate cameIn, LocalDate arrived, LocalDate told, String words) {
        Journey journey = to(Disclosure.REGION);
        Instant in = cameIn.atTime(9, 0).atZone(ALMATY).toInstant();
        Instant at = arrived.atTime(15, 0).atZone(ALMATY).toInstant();
        assertThat(journey.toldFrom(journey.reckoned(at, in), at)).isEqualTo(told.atStartOfDay(ALMATY).toInstant());
        When when = journey.arrival(at, in);
        assertThat((when.by() ? "by " : "in ") + when.month()).isEqualTo(words);
        assertThat(when.day()).isNull();
    }
}
