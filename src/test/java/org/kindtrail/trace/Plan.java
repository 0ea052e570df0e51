package org.kindtrail.trace;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.kindtrail.trace.PlannedTrip.Times;
import org.kindtrail.trace.PlannedTrip.Who;

/** A spring of a house on paper: what donors bring, and the trips that are made with it. */
record Plan(List<Thing> things, List<PlannedTrip> trips) {
    static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    static final LocalDate LAST = LocalDate.of(2025, 6, 9);
    private static final List<String> ITEMS = List.of("jumpers-man", "blankets", "towels", "soap");

    /**
     * A lot that a donor brings.
     *
     * @param donor who brings it
     * @param bagged whether it comes in a bag that is sorted a day later
     */
    record Thing(int donor, int drive, String item, LocalDateTime broughtAt, boolean bagged) {
        LocalDateTime cameIn() {
            return bagged ? broughtAt.plusDays(1) : broughtAt;
        }
    }

    private static LocalDateTime on(int month, int day, int hour) {
        return LocalDate.of(2025, month, day).atTime(hour, 0);
    }

    static Plan drawn(Random random) {
        List<Thing> things = new ArrayList<>();
        for (int donor = 0; donor < 3; donor++) {
            for (int i = 0; i < 2; i++) {
                things.add(new Thing(donor, donor % 2, ITEMS.get((donor + i) % 4), on(3, 2 + donor, 9), donor == 2));
            }
        }
        things.add(new Thing(3, 1, "blankets", on(3, 29, 9), false));
        List<PlannedTrip> trips = new ArrayList<>();
        Who[] secret = {Who.SHELTER_ONE, Who.SHELTER_TWO, Who.HIDDEN_ONE, Who.FAMILY_ONE, Who.SHELTER_THREE};
        for (int number = 0; number < 15; number++) {
            Who who = number % 7 == 6 ? Who.SCHOOL : secret[number % secret.length];
            boolean fresh = number == 1 || number == 8;
            Map<Integer, Long> goods = new TreeMap<>();
            goods.put(fresh ? things.size() - 1 : random.nextInt(6), 4L + random.nextInt(3));
            goods.put(random.nextInt(6), 4L + random.nextInt(3));
            LocalDateTime cameIn = goods.keySet().stream()
                    .map(thing -> things.get(thing).cameIn())
                    .max(LocalDateTime::compareTo)
                    .orElseThrow();
            trips.add(new PlannedTrip(
                    number, who, goods, cameIn, times(number, fresh, random), number % 3, number % 2, number % 4 < 2));
        }
        return new Plan(things, trips);
    }

    private static Times times(int number, boolean fresh, Random random) {
        int month = 3 + number % 2;
        LocalDateTime confirmed = fresh ? on(3 + number % 2, 30, 11 + random.nextInt(8)) : on(month, 12 + random.nextInt(16), 15);
        LocalDateTime departed = fresh ? on(3, 30, 8) : confirmed.minusDays(random.nextInt(3)).minusHours(3 + random.nextInt(3));
        LocalDateTime prepared = fresh ? on(3, 29, 12) : departed.minusDays(random.nextInt(3)).minusHours(2);
        Times simple = Times.simple(prepared, departed, confirmed);
        return switch (number) {
            case 0, 4 -> simple.approvedAt(confirmed.plusDays(1));
            case 1, 5 -> simple.approvedAt(confirmed.plusDays(25));
            // told, then taken back and confirmed again; taken back before it was told; taken back, and it came back
            case 2 -> simple.reversedAt(confirmed.plusDays(40), confirmed.plusDays(40).plusHours(1), null);
            case 3 -> simple.reversedAt(confirmed.plusDays(1), null, null);
            case 7 -> simple.reversedAt(confirmed.plusDays(1), confirmed.plusDays(2), null);
            case 9 -> simple.reversedAt(confirmed.plusDays(38), null, confirmed.plusDays(38).plusHours(2));
            // never confirmed; confirmed late, with the day; only packed, and unpacked
            case 10 -> new Times(prepared, null, departed, null, null, null, null, null, null);
            case 11 -> Times.simple(prepared, departed, confirmed.plusDays(6)).saysArrivedOn(confirmed.toLocalDate());
            case 12 -> simple.cancelledAt(departed);
            // away on the last day of a month, there on the first of the next
            case 14 -> Times.simple(on(4, 29, 12), on(4, 30, 18), on(5, 1, 9));
            default -> simple;
        };
    }

    static LocalDateTime end() {
        return LAST.atStartOfDay();
    }

    private Plan with(List<PlannedTrip> others) {
        return new Plan(things, others);
    }

    /** The trips that may not be told of happen on other days of what is told of them. */
    Plan onOtherDays(Random random) {
        return with(trips.stream().map(trip -> trip.isSecret() ? trip.onOtherDays(random, end()) : trip).toList());
    }

    /** They go to others who are spoken of alike. */
    Plan toOthersOfTheSameWords(Random random) {
        return with(trips.stream().map(trip -> trip.to(other(trip.who(), random))).toList());
    }

    private static Who other(Who who, Random random) {
        List<Who> alike = new ArrayList<>(List.of(Who.values()));
        alike.removeIf(each -> !each.words().equals(who.words()) || each == who);
        return alike.isEmpty() ? who : alike.get(random.nextInt(alike.size()));
    }

    /** Each of them changes its days with another, wherever the public is told the same of both. */
    Plan inAnotherOrder() {
        List<PlannedTrip> changed = new ArrayList<>(trips);
        for (int i = 0; i < changed.size(); i++) {
            for (int j = i + 1; j < changed.size(); j++) {
                PlannedTrip one = changed.get(i);
                PlannedTrip other = changed.get(j);
                PlannedTrip first = one.at(other.times());
                PlannedTrip second = other.at(one.times());
                if (one.isSecret() && other.isSecret() && one.times() != other.times()
                        && first.canHappen(end()) && second.canHappen(end())
                        && first.toldOf().equals(one.toldOf()) && second.toldOf().equals(other.toldOf())) {
                    changed.set(i, first);
                    changed.set(j, second);
                }
            }
        }
        return with(changed);
    }

    /** How many arrive on another day than in the other plan. */
    long arrivingOnOtherDaysThan(Plan other) {
        long different = 0;
        for (int i = 0; i < trips.size(); i++) {
            LocalDate day = trips.get(i).times().arrivalDay();
            different += day != null && !day.equals(other.trips().get(i).times().arrivalDay()) ? 1 : 0;
        }
        return different;
    }
}
