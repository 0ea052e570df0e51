package org.kindtrail.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SizesTypedTest {
    private static final List<String> SHOES = List.of("39", "40", "41", "42", "43", "44", "45", "46");
    private static final List<String> CLOTHES = List.of("XS", "S", "M", "L", "XL", "XXL", "3XL");
    private static final List<String> CHILDREN = List.of("2-3", "4-5", "6-7", "8-9");
    private static final List<String> BABIES = List.of("0-2 m", "3-6 m", "7-12 m");

    @Test
    void readsSizesBetweenCommasAndSpaces() {
        assertThat(SizesTyped.read("l, xl", CLOTHES)).containsExactly("L", "XL");
        assertThat(SizesTyped.read("40 41;42", SHOES)).containsExactly("40", "41", "42");
        assertThat(SizesTyped.read("L,,L", CLOTHES)).containsExactly("L");
    }

    @Test
    void readsFromOneToAnother() {
        assertThat(SizesTyped.read("40-45", SHOES)).containsExactly("40", "41", "42", "43", "44", "45");
        assertThat(SizesTyped.read("40 - 42, 46", SHOES)).containsExactly("40", "41", "42", "46");
        assertThat(SizesTyped.read("M\u2013XL", CLOTHES)).containsExactly("M", "L", "XL");
    }

    @Test
    void aSizeWithADashOrASpaceInItIsOneSize() {
        assertThat(SizesTyped.read("2-3, 4-5", CHILDREN)).containsExactly("2-3", "4-5");
        assertThat(SizesTyped.read("0-2 m, 7-12 m", BABIES)).containsExactly("0-2 m", "7-12 m");
    }

    @Test
    void betweenTheNumbersOfACategoryStandOnlyNumbers() {
        assertThat(SizesTyped.read("40-43", List.of("39", "40", "S", "M", "41", "42", "35", "43")))
                .containsExactly("40", "41", "42", "43");
    }

    @Test
    void whatIsNotKnownStaysAsItWasTyped() {
        assertThat(SizesTyped.read("38-45", SHOES)).containsExactly("38-45");
        assertThat(SizesTyped.read("45-40", SHOES)).containsExactly("45-40");
        assertThat(SizesTyped.read("L huge", CLOTHES)).containsExactly("L", "huge");
        assertThat(SizesTyped.read("<b>{x}</b>", List.of())).containsExactly("<b>{x}</b>");
    }

    @Test
    void nothingTypedMeansAnySize() {
        assertThat(SizesTyped.read(null, SHOES)).isEmpty();
        assertThat(SizesTyped.read(" , ", SHOES)).isEmpty();
    }
}
