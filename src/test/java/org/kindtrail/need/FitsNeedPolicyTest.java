package org.kindtrail.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;

@Tag("once")
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

    private static Item item(long id, String category, Wearer wearer, String... sizes) {
        Item item = new Item(null, "item-" + id, category, wearer, "piece", List.of(sizes), "Item " + id);
        try {
            Field field = Item.class.getDeclaredField("id");
            field.setAccessible(true);
            field.set(item, id);
        } catch (ReflectiveOperationException noField) {
            throw new AssertionError(noField);
        }
        return item;
    }

    private static NeedLine line(Item item, Wearer fits, List<String> sizes, Long... substitutes) {
        return new NeedLine(null, 1, item, item == null ? "tops" : null, fits, sizes, Set.of(substitutes), 5);
    }

    @Test
    void aSubstituteWillDoWhenItFitsTheSameWearer() {
        Item asked = item(1, "tops", Wearer.MAN, "M", "L");
        Item other = item(2, "tops", Wearer.ADULT, "M", "L");
        Item third = item(3, "tops", Wearer.MAN, "M", "L");
        NeedLine line = line(asked, null, List.of("L"), 2L);
        assertThat(FitsNeedPolicy.fits(line, asked, "L", Wearer.MAN, Grade.GOOD)).isTrue();
        assertThat(FitsNeedPolicy.fits(line, other, "L", Wearer.MAN, Grade.GOOD)).isTrue();
        assertThat(FitsNeedPolicy.fits(line, other, "L", Wearer.WOMAN, Grade.GOOD)).isFalse();
        assertThat(FitsNeedPolicy.fits(line, other, "M", Wearer.MAN, Grade.GOOD)).isFalse();
        assertThat(FitsNeedPolicy.fits(line, other, "L", Wearer.MAN, Grade.UNFIT)).isFalse();
        assertThat(FitsNeedPolicy.fits(line, third, "L", Wearer.MAN, Grade.GOOD)).isFalse();
        assertThat(FitsNeedPolicy.isTheThing(line, asked)).isTrue();
        assertThat(FitsNeedPolicy.isTheThing(line, other)).isFalse();
    }

    @Test
    void aSubstituteWhoseSizesAreNamedOtherwiseWillDoInAny() {
        Item bag = item(1, "shelter", Wearer.ANY, "M", "L");
        Item blanket = item(2, "bedding", Wearer.ANY);
        Item quilt = item(3, "bedding", Wearer.ANY, "140", "160");
        NeedLine line = line(bag, null, List.of("L"), 2L, 3L);
        assertThat(FitsNeedPolicy.fits(line, blanket, null, Wearer.ANY, Grade.GOOD)).isTrue();
        assertThat(FitsNeedPolicy.fits(line, quilt, "140", Wearer.ANY, Grade.GOOD)).isTrue();
        assertThat(FitsNeedPolicy.fits(line, bag, "M", Wearer.ANY, Grade.GOOD)).isFalse();
        assertThat(FitsNeedPolicy.fits(line, bag, null, Wearer.ANY, Grade.GOOD)).isFalse();
    }

    @Test
    void aCategoryTakesAnythingOfItAndNothingElse() {
        NeedLine line = line(null, Wearer.MAN, List.of());
        assertThat(FitsNeedPolicy.fits(line, item(1, "tops", Wearer.ADULT), null, Wearer.ADULT, Grade.NEW)).isTrue();
        assertThat(FitsNeedPolicy.fits(line, item(1, "shoes", Wearer.MAN), "42", Wearer.MAN, Grade.NEW)).isFalse();
        assertThat(FitsNeedPolicy.fits(line, item(1, "tops", Wearer.WOMAN), null, Wearer.WOMAN, Grade.NEW)).isFalse();
    }
}
