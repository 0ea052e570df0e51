package org.kindtrail.trace;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A trip to a recipient as it is meant to happen, and what the public may ever learn of it: worked out from docs/privacy.md
 * with a calendar, and with nothing of the program.
 *
 * @param goods how much of which thing of the plan
 * @param cameIn when the last of them was seen to be in the house
 * @param lost how much of each does not arrive
 * @param damaged how much of each arrives damaged
 */
record PlannedTrip(
        int number,
        Who who,
        Map<Integer, Long> goods,
        LocalDateTime cameIn,
        Times times,
        long lost,
        long damaged,
        boolean thanked) {
    /** The recipients of a house; those of one kind are spoken of alike in public. */
    enum Who {
        SCHOOL,
        SHELTER_ONE,
        SHELTER_TWO,
        SHELTER_THREE,
        HIDDEN_ONE,
        HIDDEN_TWO,
        FAMILY_ONE,
        FAMILY_TWO;

        String words() {
            return name().substring(0, name().contains("_") ? name().indexOf('_') : name().length());
        }
    }

    /**
     * When which act happens; null for what does not.
     *
     * @param arrivedOn the day that the confirmation tells; null for the day on which it is made
     * @param again a second confirmation, after the first was taken back
     */
    record Times(
            LocalDateTime prepared,
            LocalDateTime cancelled,
            LocalDateTime departed,
            LocalDateTime confirmed,
            LocalDate arrivedOn,
            LocalDateTime approved,
            LocalDateTime reversed,
            LocalDateTime again,
            LocalDateTime cameBack) {
        /** Of a trip that arrives without further ado. */
        static Times simple(LocalDateTime prepared, LocalDateTime departed, LocalDateTime confirmed) {
            return new Times(prepared, null, departed, confirmed, null, null, null, null, null);
        }

        Times approvedAt(LocalDateTime at) {
            return new Times(prepared, cancelled, departed, confirmed, arrivedOn, at, reversed, again, cameBack);
        }

        Times saysArrivedOn(LocalDate day) {
            return new Times(prepared, cancelled, departed, confirmed, day, approved, reversed, again, cameBack);
        }

        Times reversedAt(LocalDateTime at, LocalDateTime confirmedAgain, LocalDateTime returned) {
            return new Times(prepared, cancelled, departed, confirmed, arrivedOn, approved, at, confirmedAgain, returned);
        }

        Times cancelledAt(LocalDateTime at) {
            return new Times(prepared, at, null, null, null, null, null, null, null);
        }

        private Stream<LocalDateTime> chain() {
            return Stream.of(prepared, cancelled, departed, confirmed, reversed, again, cameBack).filter(Objects::nonNull);
        }

        LocalDate arrivalDay() {
            return arrivedOn != null ? arrivedOn : confirmed == null ? null : confirmed.toLocalDate();
        }

        private LocalDateTime arrival() {
            if (arrivedOn == null || arrivedOn.equals(confirmed.toLocalDate())) {
                return confirmed;
            }
            LocalDateTime noon = arrivedOn.atTime(LocalTime.NOON);
            return noon.isBefore(departed) ? departed : noon;
        }

        private boolean canHappen(LocalDateTime cameIn, LocalDateTime end) {
            LocalDateTime last = cameIn;
            for (Iterator<LocalDateTime> all = chain().iterator(); all.hasNext(); ) {
                LocalDateTime next = all.next();
                if (!next.isAfter(last) || next.isAfter(end)) {
                    return false;
                }
                last = next;
            }
            return (approved == null || approved.isAfter(confirmed) && approved.isBefore(end))
                    && (arrivedOn == null
                            || !arrivedOn.isBefore(departed.toLocalDate()) && !arrivedOn.isAfter(confirmed.toLocalDate()));
        }

        private Times drawn(Random random) {
            return new Times(
                    drawn(prepared, random), drawn(cancelled, random), drawn(departed, random), drawn(confirmed, random),
                    arrivedOn == null ? null : arrivedOn.plusDays(random.nextInt(41) - 20), drawn(approved, random),
                    drawn(reversed, random), drawn(again, random), drawn(cameBack, random));
        }

        private static LocalDateTime drawn(LocalDateTime at, Random random) {
            return at == null ? null : at.plusDays(random.nextInt(41) - 20).plusMinutes(random.nextInt(500) - 250);
        }
    }

    boolean isSecret() {
        return who != Who.SCHOOL;
    }

    PlannedTrip at(Times others) {
        return new PlannedTrip(number, who, goods, cameIn, others, lost, damaged, thanked);
    }

    PlannedTrip to(Who other) {
        return new PlannedTrip(number, other, goods, cameIn, times, lost, damaged, thanked);
    }

    boolean canHappen(LocalDateTime end) {
        return times.canHappen(cameIn, end);
    }

    /** The same to the public, on other days; itself when no other days are found. */
    PlannedTrip onOtherDays(Random random, LocalDateTime end) {
        for (int tries = 0; tries < 20_000; tries++) {
            PlannedTrip other = at(times.drawn(random));
            if (!other.times.equals(times) && other.canHappen(end) && other.toldOf().equals(toldOf())) {
                return other;
            }
        }
        return this;
    }

    /** What the public may know of it, from one eighth day of a month to the next. */
    List<String> toldOf() {
        List<String> told = new ArrayList<>();
        for (int month = 4; month <= 9; month++) {
            told.add(told(LocalDate.of(2025, month, 8).atStartOfDay()));
        }
        return told;
    }

    private String told(LocalDateTime step) {
        boolean takenBack = isPast(times.reversed(), step);
        String thanks = thanked && isPast(times.approved(), step) ? ", with thanks" : "";
        if (isPast(times.again(), step) && isOver(times.arrival(), step)) {
            return "corrected " + label() + thanks;
        }
        if (isPast(times.confirmed(), step) && !takenBack && isOver(times.arrival(), step)) {
            return "arrived " + label() + thanks;
        }
        boolean gone = isPast(times.departed(), step) && !isPast(times.cameBack(), step);
        return gone && reckoned(times.departed()).plusMonths(1).isBefore(YearMonth.from(step)) ? "on the way" : "nothing";
    }

    private static boolean isPast(LocalDateTime at, LocalDateTime step) {
        return at != null && !at.isAfter(step);
    }

    private boolean isOver(LocalDateTime at, LocalDateTime step) {
        return reckoned(at).isBefore(YearMonth.from(step));
    }

    private YearMonth reckoned(LocalDateTime at) {
        LocalDateTime aWeekIn = cameIn.plusDays(7);
        return YearMonth.from(aWeekIn.isAfter(at) ? aWeekIn : at);
    }

    private String label() {
        YearMonth month = reckoned(times.arrival());
        boolean lastWeek = !YearMonth.from(cameIn).equals(YearMonth.from(cameIn.plusDays(7)));
        return (lastWeek && YearMonth.from(cameIn.plusDays(7)).equals(month) ? "by " : "in ") + month;
    }
}
