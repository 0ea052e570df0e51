package org.kindtrail.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class ItemCodeTest {
    @Test
    void isMadeFromTheNameInAnyScript() {
        assertThat(ItemCode.of("Felt boots", Set.of())).isEqualTo("felt-boots");
        assertThat(ItemCode.of("Валенки", Set.of())).isEqualTo("valenki");
        assertThat(ItemCode.of("  Crème  brûlée! ", Set.of())).isEqualTo("creme-brulee");
        assertThat(ItemCode.of("Қалпақ", Set.of())).isEqualTo("kalpak");
    }

    @Test
    void isNeverOneThatIsTaken() {
        assertThat(ItemCode.of("Soap", Set.of("soap"))).isEqualTo("soap-2");
        assertThat(ItemCode.of("Soap", Set.of("soap", "soap-2"))).isEqualTo("soap-3");
    }

    @Test
    void isSomethingEvenWhereTheNameHasNoLetters() {
        assertThat(ItemCode.of("***", Set.of())).isEqualTo("item");
        assertThat(ItemCode.of("x".repeat(120), Set.of())).hasSize(50);
    }
}
