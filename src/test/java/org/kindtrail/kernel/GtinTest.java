package org.kindtrail.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class GtinTest {
    /** Numbers that GS1 prints as examples, and their check digits. */
    @ParameterizedTest
    @CsvSource({
        "4006381333931, 04006381333931, 4006381333931",
        "40 0638-133393 1, 04006381333931, 4006381333931",
        "036000291452, 00036000291452, 036000291452",
        "96385074, 00000096385074, 96385074",
        "10614141000415, 10614141000415, 10614141000415",
    })
    void aNumberIsReadHoweverItIsWritten(String typed, String kept, String printed) {
        assertThat(Gtin.read(typed)).hasValueSatisfying(gtin -> {
            assertThat(gtin.digits()).isEqualTo(kept);
            assertThat(gtin.printed()).isEqualTo(printed);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4006381333930", "400638133393", "1234567", "00000000", "400638133393x", "٤٠٠٦٣٨١٣٣٣٩٣١", "123456789"})
    void whatIsNoneIsNotRead(String typed) {
        assertThat(Gtin.read(typed)).isEmpty();
    }

    @Test
    void everyWrongDigitIsSeen() {
        String right = "4006381333931";
        for (int i = 0; i < right.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != right.charAt(i)) {
                    assertThat(Gtin.read(right.substring(0, i) + digit + right.substring(i + 1))).isEmpty();
                }
            }
        }
        assertThat(Gtin.looksLike("4006381333930")).isTrue();
        assertThat(Gtin.looksLike("Jumpers")).isFalse();
    }
}
