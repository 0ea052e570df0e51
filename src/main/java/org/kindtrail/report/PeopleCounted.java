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
 * Makes of the people who were helped the groups that may be told: <b>disjoint groups of at least {@link #FEWEST}</b>. Every
 * number of people in every report is a sum of such groups, and this class is the only way to them.
 *
 * <p>The kinds of people of one month are counted by programme, region, sex and age band. A kind of {@link #FEWEST} or more is
 * a group. What is left of a month, programme and region is put together, of whatever sex and age; if that is enough it is a
 * group, else it goes on to what is left of the month and programme, wherever; then to what is left of the month, for whatever
 * programme. What is still too few then is told nowhere.
 *
 * <p><b>Why nothing can be found by subtraction.</b> (1) Each counted person is in one kind, and kinds go on whole: so each
 * person is in exactly one group, or in none. (2) Each group has at least {@link #FEWEST} people. (3) Which groups there are
 * depends on the month alone, not on the report: all cells of the month go in, whatever the report is about, and a report
 * then takes whole groups, those of its months, programme and region. (4) A month is told when it is over and changes no
 * more (see {@link HelpedFigures}), so the groups are the same in every report, whenever it is made. So any two numbers are
 * sums over sets of the same disjoint groups; where one set holds the other, the difference is the sum over the groups that
 * are left: 0 when there is none, else at least {@link #FEWEST}. The same holds for what is added and subtracted of any number of
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

    /** So many people of a kind; as counted, or as may be told. */
    record People(Kind kind, long number) {}

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
        Map<Kind, Long> rest = sums(counted);
        for (UnaryOperator<Kind> wider : WIDER) {
            Map<Kind, Long> tooFew = new LinkedHashMap<>();
            rest.forEach((kind, number) -> {
                if (number >= FEWEST) {
                    groups.add(new People(kind, number));
                } else if (wider != null) {
                    tooFew.merge(wider.apply(kind), number, Long::sum);
                }
            });
            rest = tooFew;
        }
        return groups;
    }

    private static Map<Kind, Long> sums(Collection<People> counted) {
        Map<Kind, Long> sums = new LinkedHashMap<>();
        counted.forEach(people -> sums.merge(people.kind(), people.number(), Long::sum));
        return sums;
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
