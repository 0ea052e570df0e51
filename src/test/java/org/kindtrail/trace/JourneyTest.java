package org.kindtrail.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindtrail.recipient.Disclosure;

class JourneyTest {
    private static final Instant NOW = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC).instant();
    private static final Instant A_WEEK_AGO = NOW.minus(Duration.ofDays(7));
    private static final Instant NOT_YET_A_WEEK_AGO = A_WEEK_AGO.plusNanos(1000);
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(60));

    private static Fate told(Instant departed, Instant arrived, Disclosure disclosure) {
        return new Journey(departed, arrived, disclosure).told(NOW);
    }

    @ParameterizedTest
    @EnumSource(Disclosure.class)
    void whatHasNotLeftIsBeingPrepared(Disclosure disclosure) {
        assertThat(told(null, null, disclosure)).isEqualTo(Fate.PREPARING);
    }

    @ParameterizedTest
    @EnumSource(value = Disclosure.class, mode = EnumSource.Mode.EXCLUDE, names = "NAMED")
    void aDepartureIsToldWhenItIsExactlyAWeekPastAndNotAMicrosecondBefore(Disclosure disclosure) {
        assertThat(told(NOT_YET_A_WEEK_AGO, null, disclosure)).isEqualTo(Fate.PREPARING);
        assertThat(told(A_WEEK_AGO, null, disclosure)).isEqualTo(Fate.ON_THE_WAY);
    }

    @ParameterizedTest
    @EnumSource(value = Disclosure.class, mode = EnumSource.Mode.EXCLUDE, names = "NAMED")
    void anArrivalIsToldWhenItIsExactlyAWeekPastAndIsOnTheWayBefore(Disclosure disclosure) {
        assertThat(told(LONG_AGO, NOW, disclosure)).isEqualTo(Fate.ON_THE_WAY);
        assertThat(told(LONG_AGO, NOT_YET_A_WEEK_AGO, disclosure)).isEqualTo(Fate.ON_THE_WAY);
        assertThat(told(LONG_AGO, A_WEEK_AGO, disclosure)).isEqualTo(Fate.ARRIVED);
    }

    @ParameterizedTest
    @EnumSource(value = Disclosure.class, mode = EnumSource.Mode.EXCLUDE, names = "NAMED")
    void bothWithinAWeekIsAsIfNeitherHadHappened(Disclosure disclosure) {
        assertThat(told(NOT_YET_A_WEEK_AGO, NOW, disclosure)).isEqualTo(Fate.PREPARING);
    }

    @ParameterizedTest
    @EnumSource(value = Disclosure.class, mode = EnumSource.Mode.EXCLUDE, names = "NAMED")
    void anArrivalIsNeverToldBeforeItsDeparture(Disclosure disclosure) {
        assertThat(told(NOT_YET_A_WEEK_AGO, LONG_AGO, disclosure)).isEqualTo(Fate.PREPARING);
    }

    @Test
    void whoAgreedToBeNamedIsToldOfAtOnce() {
        assertThat(told(NOW, null, Disclosure.NAMED)).isEqualTo(Fate.ON_THE_WAY);
        assertThat(told(NOW, NOW, Disclosure.NAMED)).isEqualTo(Fate.ARRIVED);
    }

    @ParameterizedTest
    @EnumSource(Disclosure.class)
    void theHouseKnowsEverythingAtOnce(Disclosure disclosure) {
        assertThat(new Journey(null, null, disclosure).known()).isEqualTo(Fate.PREPARING);
        assertThat(new Journey(NOW, null, disclosure).known()).isEqualTo(Fate.ON_THE_WAY);
        assertThat(new Journey(NOW, NOW, disclosure).known()).isEqualTo(Fate.ARRIVED);
    }
}
