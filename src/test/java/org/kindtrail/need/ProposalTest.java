package org.kindtrail.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.MemberOf;
import org.kindtrail.recipient.Sex;

@Tag("once")
class ProposalTest {
    private static final Map<String, List<String>> SIZES = Map.of(
            "jumpers-man", List.of("M", "L", "XL"),
            "trousers-man", List.of("M", "L", "XL"),
            "practical-shoes-man", List.of("41", "42"),
            "jumpers-boy", List.of("2-3", "4-5", "6-7", "12-13", "14-15"),
            "jumpers-girl", List.of("2-3", "4-5", "6-7", "12-13", "14-15"),
            "tops-baby", List.of("0-2 m", "7-12 m"),
            "tops", List.of("M", "L", "4-5"));

    private static List<Proposal.Line> of(int households, int months, Proposal.Person... people) {
        return Proposal.of(List.of(people), households, months, code -> SIZES.getOrDefault(code, List.of()));
    }

    private static Proposal.Person member(Integer age, Sex sex, String clothes, String shoes) {
        return Proposal.Person.of(new MemberOf(age, null, sex, clothes, shoes));
    }

    private static Proposal.Person people(int number, Sex sex, AgeBand band) {
        return Proposal.Person.of(new PeopleOf(sex, band, number));
    }

    private static long quantity(List<Proposal.Line> lines, String code) {
        return lines.stream()
                .filter(line -> code.equals(line.item()) || code.equals(line.category()))
                .mapToLong(Proposal.Line::quantity)
                .sum();
    }

    private static List<String> sizes(List<Proposal.Line> lines, String code) {
        return lines.stream()
                .filter(line -> code.equals(line.item()) || code.equals(line.category()))
                .flatMap(line -> line.sizes().stream())
                .toList();
    }

    @Test
    void aPersonGetsTwoSetsOfClothingBeddingAndSoapForAMonth() {
        List<Proposal.Line> lines = of(1, 1, member(34, Sex.MALE, "xl", "42"));
        assertThat(quantity(lines, "jumpers-man")).isEqualTo(2);
        assertThat(quantity(lines, "trousers-man")).isEqualTo(2);
        assertThat(quantity(lines, "underwear-man")).isEqualTo(2);
        assertThat(sizes(lines, "jumpers-man")).containsExactly("XL");
        assertThat(sizes(lines, "underwear-man")).isEmpty();
        assertThat(sizes(lines, "practical-shoes-man")).containsExactly("42");
        assertThat(quantity(lines, "blankets")).isEqualTo(1);
        assertThat(quantity(lines, "sleeping-mats")).isEqualTo(1);
        assertThat(quantity(lines, "soap-bar-100g")).isEqualTo(3);
        assertThat(quantity(lines, "laundry-soap")).isEqualTo(1);
        assertThat(quantity(lines, "water-containers-10-20l")).isEqualTo(2);
        assertThat(quantity(lines, "sanitary-pads-woman")).isZero();
    }

    @Test
    void soapIsReckonedForAllTogetherSoThatNoneIsRoundedTwice() {
        List<Proposal.Line> lines = of(0, 2, people(11, Sex.MALE, AgeBand.ADULT));
        assertThat(quantity(lines, "soap-bar-100g")).isEqualTo(55);
        assertThat(quantity(lines, "laundry-soap")).isEqualTo(22);
        assertThat(quantity(lines, "jumpers-man")).isEqualTo(22);
        assertThat(quantity(lines, "water-containers-10-20l")).isZero();
    }

    @Test
    void womenAndGirlsFromTwelveToFiftyNineGetMenstrualMaterials() {
        List<Proposal.Line> lines = of(
                1,
                3,
                member(12, Sex.FEMALE, null, null),
                member(59, Sex.FEMALE, null, null),
                member(11, Sex.FEMALE, null, null),
                member(60, Sex.FEMALE, null, null),
                member(30, Sex.MALE, null, null));
        assertThat(quantity(lines, "sanitary-pads-woman")).isEqualTo(2L * 15 * 3);
    }

    @Test
    void aBabyGetsABlanketOfItsOwn() {
        List<Proposal.Line> lines = of(1, 1, member(1, Sex.UNKNOWN, "7-12 m", null));
        assertThat(quantity(lines, "blankets-baby")).isEqualTo(1);
        assertThat(quantity(lines, "blankets")).isZero();
        assertThat(quantity(lines, "tops-baby")).isEqualTo(2);
        assertThat(sizes(lines, "tops-baby")).containsExactly("7-12 m");
    }

    @Test
    void aChildWearsTheSizeThatWasToldElseThatOfItsAge() {
        assertThat(sizes(of(1, 1, member(6, Sex.FEMALE, null, null)), "jumpers-girl")).containsExactly("6-7");
        assertThat(sizes(of(1, 1, member(6, Sex.FEMALE, "4-5", null)), "jumpers-girl")).containsExactly("4-5");
        assertThat(sizes(of(1, 1, people(1, Sex.FEMALE, AgeBand.CHILD)), "jumpers-girl")).isEmpty();
    }

    @Test
    void aYouthWearsWhatTheSizeSaysElseTheAge() {
        assertThat(quantity(of(1, 1, member(13, Sex.MALE, "L", null)), "jumpers-man")).isEqualTo(2);
        assertThat(quantity(of(1, 1, member(16, Sex.MALE, "14-15", null)), "jumpers-boy")).isEqualTo(2);
        assertThat(quantity(of(1, 1, member(13, Sex.MALE, null, null)), "jumpers-boy")).isEqualTo(2);
        assertThat(quantity(of(1, 1, member(17, Sex.MALE, null, null)), "jumpers-man")).isEqualTo(2);
        assertThat(quantity(of(1, 1, people(3, Sex.FEMALE, AgeBand.ADOLESCENT)), "jumpers-woman")).isEqualTo(6);
    }

    @Test
    void whereTheSexIsNotToldAKindIsAskedFor() {
        List<Proposal.Line> lines = of(1, 1, member(30, Sex.UNKNOWN, "L", null));
        assertThat(quantity(lines, "tops")).isEqualTo(2);
        assertThat(sizes(lines, "tops")).containsExactly("L");
        assertThat(lines).filteredOn(line -> "tops".equals(line.category())).extracting(Proposal.Line::fits).containsExactly(Wearer.ADULT);
        assertThat(quantity(lines, "bottoms")).isEqualTo(2);
    }

    @Test
    void thoseOfOneSizeAreAddedUpAndOthersStandApart() {
        List<Proposal.Line> lines = of(
                1, 1, member(30, Sex.MALE, "L", null), member(40, Sex.MALE, "L", null), member(50, Sex.MALE, "M", null));
        assertThat(lines)
                .filteredOn(line -> "jumpers-man".equals(line.item()))
                .extracting(line -> line.sizes().get(0) + "=" + line.quantity())
                .containsExactly("L=4", "M=2");
    }

    @Test
    void whatNoStandardSaysIsMarkedAsOurs() {
        List<Proposal.Line> lines = of(1, 1, member(30, Sex.FEMALE, null, null));
        assertThat(lines)
                .filteredOn(line -> line.basis() == Standards.Basis.HOUSE)
                .extracting(Proposal.Line::item)
                .containsExactlyInAnyOrder("practical-shoes-woman", "sanitary-pads-woman");
    }
}
