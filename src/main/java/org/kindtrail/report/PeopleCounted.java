package org.kindtrail.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.Sex;
import org.kindtrail.recipient.TellableRegions.Region;

/**
 * Makes of the people who were helped the groups that may be told: <b>disjoint groups of at least {@link #FEWEST}, not all of
 * one household</b>. Every number of people in every report is a sum of such groups, and this class is the only way to them.
 *
 * <p>The kinds of people of one month are counted by programme, region, sex and age band. A kind of {@link #FEWEST} or more is
 * a group, unless all of them live in one household: a household is a few persons who are known together, and whoever
 * looks for them looks for all, so that its number tells of it what the number one tells of a person. What is left of a month, programme and region is put together, of whatever sex and age; if that is enough it is a
 * group, else it goes on to what is left of the month and programme, wherever; then to what is left of the month, for whatever
 * programme. What is still too few then, or of one household alone, is told nowhere.
 *
 * <p><b>Why nothing can be found by subtraction.</b> (1) Each counted person is in one kind, and kinds go on whole: so each
 * person is in exactly one group, or in none. (2) Each group has at least {@link #FEWEST} people, of more than one household. (3) Which groups there are
 * depends on the month alone, not on the report: all cells of the month go in, whatever the report is about, and a report
 * then takes whole groups, those of its months, programme and region. (4) A month is told when it is over and changes no
 * more (see {@link HelpedFigures}), so the groups are the same in every report, whenever it is made. So any two numbers are
 * sums over sets of the same disjoint groups; where one set holds the other, the difference is the sum over the groups that
 * are left: 0 when there is none, else at least {@link #FEWEST}, and never one household. The same holds for what is added and subtracted of any number of
 * reports, as long as what is left is a set of people at all.
 *
 * <p>A kind that is not told may be nobody or some: both look alike.
 */
final class PeopleCounted {
    /** The fewest people that a number may stand for; as docs/privacy.md has it. */
    static final int FEWEST = 5;

    /** The programme that needs were charged to. @param id null: they were charged to none */
    record Charged(Long id) {}

    /**
     * What is counted together.
     *
     * @param month its first day
     * @param programme null: whatever it is
     * @param region null: wherever
     * @param sex null: of whatever sex, and of whatever age
     * @param age null with the sex
     */
    record Kind(LocalDate month, Charged programme, Region region, Sex sex, AgeBand age) {
        Kind ofAnySexAndAge() {
            return new Kind(month, programme, region, null, null);
        }

        Kind anywhere() {
            return new Kind(month, programme, null, null, null);
        }

        Kind forAnyProgramme() {
            return new Kind(month, null, null, null, null);
        }
    }

    /**
     * So many people of a kind; as counted, or as may be told.
     *
     * @param household number of the one household that they live in; null: of a shelter or the like, or of more than one
     */
    record People(Kind kind, long number, Long household) {
        People(Kind kind, long number) {
            this(kind, number, null);
        }

        /** The one rule of who may be told. */
        boolean mayBeTold() {
            return number >= FEWEST && household == null;
        }

        People and(People others) {
            boolean same = household != null && household.equals(others.household);
            return new People(kind, number + others.number, same ? household : null);
        }

        People as(Kind wider) {
            return new People(wider, number, household);
        }
    }

    private static final List<UnaryOperator<Kind>> WIDER =
            Arrays.asList(Kind::ofAnySexAndAge, Kind::anywhere, Kind::forAnyProgramme, null);

    private PeopleCounted() {}

    /**
     * The groups that may be told.
     *
     * @param counted everybody of the months, whatever the report is about
     */
    static List<People> groups(Collection<People> counted) {
        List<People> groups = new ArrayList<>();
        Collection<People> rest = summed(counted);
        for (UnaryOperator<Kind> wider : WIDER) {
            List<People> tooFew = new ArrayList<>();
            for (People people : rest) {
                if (people.mayBeTold()) {
                    groups.add(people);
                } else if (wider != null) {
                    tooFew.add(people.as(wider.apply(people.kind())));
                }
            }
            rest = summed(tooFew);
        }
        return groups;
    }

    private static Collection<People> summed(Collection<People> counted) {
        Map<Kind, People> sums = new LinkedHashMap<>();
        counted.forEach(people -> sums.merge(people.kind(), people, People::and));
        return sums.values();
    }

    /**
     * The groups that are wholly of a programme and a region.
     *
     * @param programme null: of all
     * @param region null: of all
     */
    static List<People> of(Collection<People> groups, Charged programme, Region region) {
        return groups.stream()
                .filter(group -> programme == null || programme.equals(group.kind().programme()))
                .filter(group -> region == null || region.equals(group.kind().region()))
                .toList();
    }
}
