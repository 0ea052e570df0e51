package org.kindtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("once")
class SecondFactorTest {
    /** The shared secret of RFC 6238, appendix B, for SHA-1. */
    private static final String OF_THE_RFC = Base32.text("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** Its codes have eight digits; six are the last six of them, for both are the same number less whole millions. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924", "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void showsTheCodesOfTheRfc(long second, String code) {
        assertThat(TimeCodes.code(OF_THE_RFC, Instant.ofEpochSecond(second))).isEqualTo(code.substring(2));
    }

    @Test
    void takesTheStepBeforeAndTheNextAndNoOther() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = TimeCodes.step(now);
        assertThat(step).isEqualTo(0x23523EDL);
        for (int away = -3; away <= 3; away++) {
            String code = TimeCodes.code(OF_THE_RFC, now.plus(TimeCodes.STEP.multipliedBy(away)));
            assertThat(TimeCodes.step(OF_THE_RFC, code, now))
                    .as("%d steps away", away)
                    .isEqualTo(Math.abs(away) <= 1 ? OptionalLong.of(step + away) : OptionalLong.empty());
        }
        assertThat(TimeCodes.step(OF_THE_RFC, "", now)).isEmpty();
        assertThat(TimeCodes.step(OF_THE_RFC, "14050471", now)).isEmpty();
    }

    @Test
    void aSecretHas160BitsAndIsAnotherEachTime() {
        assertThat(Base32.bytes(TimeCodes.newSecret())).hasSize(20);
        assertThat(TimeCodes.newSecret()).hasSize(32).isNotEqualTo(TimeCodes.newSecret());
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32IsThatOfTheRfc(String plain, String text) {
        byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
        assertThat(Base32.text(bytes)).isEqualTo(text);
        assertThat(Base32.bytes(text)).isEqualTo(bytes);
    }
}
