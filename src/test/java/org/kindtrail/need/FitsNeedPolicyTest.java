package org.kindtrail.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;

class FitsNeedPolicyTest {
    private static Item item(Wearer wearer) {
        return new Item(null, "x", "tops", wearer, "piece", List.of(), "X");
    }

    @ParameterizedTest
    @CsvSource({
        "MAN, MAN ADULT ANY",
        "WOMAN, WOMAN ADULT ANY",
        "ADULT, MAN WOMAN ADULT ANY",
        "BOY, BOY CHILD ANY",
        "GIRL, GIRL CHILD ANY",
        "CHILD, BOY GIRL CHILD ANY",
        "BABY, BABY ANY",
        "ANY, MAN WOMAN BOY GIRL CHILD ADULT BABY ANY"
    })
    void acceptsWhatIsMadeForThemAndForThoseTheyAreAmong(Wearer asked, String accepted) {
        assertThat(FitsNeedPolicy.accepted(asked))
                .containsExactlyInAnyOrderElementsOf(
                        List.of(accepted.split(" ")).stream().map(Wearer::valueOf).toList());
    }

    @ParameterizedTest
    @EnumSource(Wearer.class)
    void everybodyTakesWhatIsMadeForThemAndForAnybody(Wearer asked) {
        assertThat(FitsNeedPolicy.accepted(asked)).contains(asked, Wearer.ANY);
    }

    @Test
    void whoIsNotNamedIsWhoeverTheItemIsFor() {
        assertThat(FitsNeedPolicy.accepted(null, item(Wearer.MAN))).isEqualTo(FitsNeedPolicy.accepted(Wearer.MAN));
        assertThat(FitsNeedPolicy.accepted(Wearer.WOMAN, item(Wearer.ADULT)))
                .isEqualTo(FitsNeedPolicy.accepted(Wearer.WOMAN));
    }

    @Test
    void aCategoryTakesWhatIsForAnybodyUnlessItIsSaidWho() {
        assertThat(FitsNeedPolicy.accepted(null, null)).containsExactlyInAnyOrder(Wearer.values());
        assertThat(FitsNeedPolicy.accepted(Wearer.MAN, null)).doesNotContain(Wearer.WOMAN, Wearer.CHILD);
    }

    @Test
    void aSizeMustBeOneOfThoseAskedForIfAnyIs() {
        assertThat(FitsNeedPolicy.sizeFits(List.of("L", "XL"), "L")).isTrue();
        assertThat(FitsNeedPolicy.sizeFits(List.of("L", "XL"), "S")).isFalse();
        assertThat(FitsNeedPolicy.sizeFits(List.of("L", "XL"), null)).isFalse();
        assertThat(FitsNeedPolicy.sizeFits(List.of(), "S")).isTrue();
        assertThat(FitsNeedPolicy.sizeFits(List.of(), null)).isTrue();
    }

    @Test
    void nothingIsGivenThatIsUnfitOrThatNobodyLookedAt() {
        assertThat(List.of(Grade.values()).stream().filter(FitsNeedPolicy::isGiven))
                .containsExactly(Grade.NEW, Grade.GOOD, Grade.WORN);
    }
}
