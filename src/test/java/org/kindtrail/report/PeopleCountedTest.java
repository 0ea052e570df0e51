package org.kindtrail.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.Sex;
import org.kindtrail.recipient.TellableRegions.Region;
import org.kindtrail.report.PeopleCounted.Charged;
import org.kindtrail.report.PeopleCounted.Kind;
import org.kindtrail.report.PeopleCounted.People;

@Tag("once")
class PeopleCountedTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final Charged NONE = new Charged(null);
    private static final Charged WINTER = new Charged(7L);
    private static final Region ALMATY = new Region("KZ", "almaty region");
    private static final Region ELSEWHERE = new Region("KZ", null);

    private static People people(Charged programme, Region region, Sex sex, AgeBand age, long number) {
        return new People(new Kind(MAY, programme, region, sex, age), number);
    }

    private static List<People> groups(People... counted) {
        return PeopleCounted.groups(List.of(counted));
    }

    @Test
    void fiveOfAKindAreToldAndTheFewAreTakenTogether() {
        assertThat(groups(
                        people(NONE, ALMATY, Sex.FEMALE, AgeBand.ADULT, 5),
                        people(NONE, ALMATY, Sex.FEMALE, AgeBand.CHILD, 4),
                        people(NONE, ALMATY, Sex.MALE, AgeBand.CHILD, 1)))
                .containsExactlyInAnyOrder(
                        people(NONE, ALMATY, Sex.FEMALE, AgeBand.ADULT, 5), people(NONE, ALMATY, null, null, 5));
    }

    @Test
    void whatIsTooFewInARegionIsToldForNoneAndThenForNoProgramme() {
        assertThat(groups(
                        people(WINTER, ALMATY, Sex.MALE, AgeBand.ADULT, 2), people(WINTER, ELSEWHERE, Sex.MALE, AgeBand.ADULT, 3)))
                .containsExactly(people(WINTER, null, null, null, 5));
        assertThat(groups(people(WINTER, ALMATY, Sex.MALE, AgeBand.ADULT, 2), people(NONE, ALMATY, Sex.MALE, AgeBand.ADULT, 3)))
                .containsExactly(new People(new Kind(MAY, null, null, null, null), 5));
    }

    @Test
    void fewerThanFiveOfAMonthAreToldNowhere() {
        assertThat(groups(people(WINTER, ALMATY, Sex.MALE, AgeBand.ADULT, 4))).isEmpty();
        assertThat(groups()).isEmpty();
    }

    @Test
    void oneHouseholdAloneIsToldNowhereHoweverManyLiveInIt() {
        People boys = new People(new Kind(MAY, WINTER, ALMATY, Sex.MALE, AgeBand.CHILD), 6, 1L);
        People girls = new People(new Kind(MAY, WINTER, ALMATY, Sex.FEMALE, AgeBand.CHILD), 7, 1L);
        assertThat(groups(boys, girls)).isEmpty();
        // Somebody else with them, or another household: then it is told of both together.
        assertThat(groups(boys, people(WINTER, ALMATY, Sex.MALE, AgeBand.CHILD, 1)))
                .containsExactly(people(WINTER, ALMATY, Sex.MALE, AgeBand.CHILD, 7));
        assertThat(groups(boys, new People(girls.kind(), 2, 2L))).containsExactly(people(WINTER, ALMATY, null, null, 8));
        assertThat(groups(boys, people(NONE, ELSEWHERE, Sex.FEMALE, AgeBand.ADULT, 3)))
                .containsExactly(new People(new Kind(MAY, null, null, null, null), 9));
        assertThat(groups(boys, people(NONE, ELSEWHERE, Sex.FEMALE, AgeBand.ADULT, 5)))
                .containsExactly(people(NONE, ELSEWHERE, Sex.FEMALE, AgeBand.ADULT, 5));
    }

    @Test
    void theSameKindFromManyNeedsIsOneKind() {
        assertThat(groups(
                        people(NONE, ALMATY, Sex.MALE, AgeBand.ADULT, 2),
                        people(NONE, ALMATY, Sex.MALE, AgeBand.ADULT, 2),
                        people(NONE, ALMATY, Sex.MALE, AgeBand.ADULT, 2)))
                .containsExactly(people(NONE, ALMATY, Sex.MALE, AgeBand.ADULT, 6));
    }

    /** What a report can be about. @param sex null: any, with the age */
    private record Asked(int firstMonth, int lastMonth, Charged programme, Region region, Sex sex, AgeBand age) {
        /** Whether everybody of the other is asked for here too. */
        boolean holds(Asked other) {
            return firstMonth <= other.firstMonth
                    && lastMonth >= other.lastMonth
                    && (programme == null || programme.equals(other.programme))
                    && (region == null || region.equals(other.region))
                    && (sex == null || sex == other.sex && age == other.age);
        }

        boolean holds(Kind kind) {
            int month = kind.month().getMonthValue();
            return month >= firstMonth
                    && month <= lastMonth
                    && (programme == null || programme.equals(kind.programme()))
                    && (region == null || region.equals(kind.region()))
                    && (sex == null || sex == kind.sex() && age == kind.age());
        }
    }

    /** The number that a report tells of it. */
    private static long told(List<People> groups, Asked asked) {
        return PeopleCounted.of(groups, asked.programme(), asked.region()).stream()
                .filter(group -> asked.holds(group.kind()))
                .mapToLong(People::number)
                .sum();
    }

    private static final List<Charged> PROGRAMMES = List.of(NONE, WINTER, new Charged(8L));
    private static final List<Region> REGIONS = List.of(ALMATY, ELSEWHERE, new Region("KG", "osh"));

    private static List<People> lived(Random random) {
        List<People> counted = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            counted.add(new People(
                    new Kind(
                            LocalDate.of(2026, 1 + random.nextInt(3), 1),
                            PROGRAMMES.get(random.nextInt(3)),
                            REGIONS.get(random.nextInt(3)),
                            Sex.values()[random.nextInt(2)],
                            AgeBand.values()[random.nextInt(3)]),
                    1 + random.nextInt(6),
                    random.nextInt(3) == 0 ? Long.valueOf(random.nextInt(4)) : null));
        }
        return counted;
    }

    private static List<Asked> everything() {
        List<Asked> all = new ArrayList<>();
        for (int first = 1; first <= 3; first++) {
            for (int last = first; last <= 3; last++) {
                for (Charged programme : Arrays.asList(null, NONE, WINTER, PROGRAMMES.get(2))) {
                    for (Region region : Arrays.asList(null, ALMATY, ELSEWHERE, REGIONS.get(2))) {
                        all.add(new Asked(first, last, programme, region, null, null));
                        all.add(new Asked(first, last, programme, region, Sex.FEMALE, AgeBand.CHILD));
                        all.add(new Asked(first, last, programme, region, Sex.MALE, AgeBand.INFANT));
                    }
                }
            }
        }
        return all;
    }

    /**
     * Somebody asks for every report there can be, and subtracts: from each number another of whom all are in it, and from
     * that a third that has nobody in common with the second.
     */
    @Test
    void nothingBetweenZeroAndFiveIsFoundBySubtraction() {
        int hidden = 0;
        long tried = 0;
        for (int seed = 0; seed < 30; seed++) {
            List<People> counted = lived(new Random(seed));
            List<People> groups = PeopleCounted.groups(counted);
            assertThat(groups).allMatch(group -> group.number() >= PeopleCounted.FEWEST && group.household() == null);
            assertThat(groups.stream().map(People::kind).distinct().count()).isEqualTo(groups.size());
            long all = counted.stream().mapToLong(People::number).sum();
            assertThat(all - groups.stream().mapToLong(People::number).sum()).as("left out of three months").isBetween(0L, 12L);
            List<Asked> asked = everything();
            long[] numbers = asked.stream().mapToLong(each -> told(groups, each)).toArray();
            for (int whole = 0; whole < numbers.length; whole++) {
                long truly = truly(counted, asked.get(whole));
                hidden += truly > 0 && truly < PeopleCounted.FEWEST ? 1 : 0;
                for (int part = 0; part < numbers.length; part++) {
                    if (part == whole || !asked.get(whole).holds(asked.get(part))) {
                        continue;
                    }
                    tried++;
                    few(seed, numbers[whole] - numbers[part], asked.get(whole), asked.get(part));
                    int third = (part * 31 + seed) % numbers.length;
                    if (asked.get(whole).holds(asked.get(third)) && apart(asked.get(part), asked.get(third))) {
                        few(seed, numbers[whole] - numbers[part] - numbers[third], asked.get(whole), asked.get(third));
                    }
                }
            }
        }
        assertThat(hidden).as("cells that had to be hidden").isGreaterThan(500);
        assertThat(tried).isGreaterThan(10_000);
    }

    private static long truly(List<People> counted, Asked asked) {
        return counted.stream().filter(each -> asked.holds(each.kind())).mapToLong(People::number).sum();
    }

    private static boolean apart(Asked one, Asked other) {
        return one.lastMonth() < other.firstMonth()
                || other.lastMonth() < one.firstMonth()
                || one.programme() != null && other.programme() != null && !Objects.equals(one.programme(), other.programme())
                || one.region() != null && other.region() != null && !Objects.equals(one.region(), other.region());
    }

    private static void few(int seed, long difference, Asked whole, Asked part) {
        assertThat(difference == 0 || difference >= PeopleCounted.FEWEST)
                .as("seed %s: %s of %s without %s", seed, difference, whole, part)
                .isTrue();
    }
}
