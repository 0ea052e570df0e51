package org.kindtrail.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
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

    private static String counted(String typed, List<String> known) {
        return SizesTyped.counted(typed, known).stream()
                .map(each -> each.size() + "=" + each.quantity())
                .collect(java.util.stream.Collectors.joining(" "));
    }

    @Test
    void readsHowManyOfEach() {
        assertThat(counted("40 x 2, 41 x 3, 42", SHOES)).isEqualTo("40=2 41=3 42=1");
        assertThat(counted("40: 2; 41:3", SHOES)).isEqualTo("40=2 41=3");
        assertThat(counted("40x2, 41\u04453, 42 \u00d7 4, 43*5", SHOES)).isEqualTo("40=2 41=3 42=4 43=5");
        assertThat(counted("xl x 2, L X 3", CLOTHES)).isEqualTo("XL=2 L=3");
        assertThat(counted("40-42 x 2", SHOES)).isEqualTo("40=2 41=2 42=2");
        assertThat(counted("7-12 m x 2", BABIES)).isEqualTo("7-12 m=2");
        assertThat(counted("huge x 2", CLOTHES)).isEqualTo("huge=2");
        assertThat(counted("40 x 0, 41 x 3", SHOES)).isEqualTo("40=0 41=3");
    }

    @Test
    void withoutANumberAnyOfThemWillDo() {
        assertThat(counted("40, 41", SHOES)).isEmpty();
        assertThat(counted("XL", CLOTHES)).isEmpty();
        assertThat(counted(null, SHOES)).isEmpty();
        assertThat(counted("40 x 9999999999", SHOES)).isEmpty();
        assertThat(counted("40 x \u0663", SHOES)).isEmpty();
    }
}
