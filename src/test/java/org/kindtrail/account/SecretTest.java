package org.kindtrail.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.web.HouseSecret;

@Tag("once")
class SecretTest {
    private static final String OF_THE_DEMONSTRATION = "kindtrail demonstration kindtrail demonstration";

    private final HouseSecret house = () -> "a secret of the house".getBytes(StandardCharsets.UTF_8);

    @Test
    void theSecretThatEverybodyKnowsIsForTheDemonstrationOnly() {
        assertThatThrownBy(() -> Secret.check(OF_THE_DEMONSTRATION, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("--demo", "KINDTRAIL_DEMO", "KINDTRAIL_DATA");
        assertThatCode(() -> Secret.check(OF_THE_DEMONSTRATION, true)).doesNotThrowAnyException();
        assertThatCode(() -> Secret.check("any other secret, long enough to be one", false)).doesNotThrowAnyException();
    }

    @Test
    void eachPurposeHasAKeyOfItsOwn() {
        Set<String> keys = List.of("forms", "known browsers", "cursors", "form", "").stream()
                .map(purpose -> HexFormat.of().formatHex(house.secret(purpose)))
                .collect(Collectors.toSet());
        assertThat(keys).hasSize(5).allMatch(key -> key.length() == 64);
        assertThat(keys).doesNotContain(HexFormat.of().formatHex(house.secret()));
        assertThat(house.secret("forms")).isEqualTo(house.secret("forms"));
    }

    @Test
    void keysAreMadeAsTheStandardSays() {
        // RFC 5869 without a salt; the purpose goes in behind the name of the program
        HouseSecret another = () -> HexFormat.of().parseHex("0b".repeat(22));
        byte[] byHand = hkdf(another.secret(), "kindtrail forms");
        assertThat(another.secret("forms")).isEqualTo(byHand);
        assertThat(another.secret("forms", 64)).startsWith(byHand);
    }

    /** Extract and one round of expand, with the JDK's own HMAC. */
    private static byte[] hkdf(byte[] secret, String info) {
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new javax.crypto.spec.SecretKeySpec(new byte[32], "HmacSHA256"));
            byte[] extracted = mac.doFinal(secret);
            mac.init(new javax.crypto.spec.SecretKeySpec(extracted, "HmacSHA256"));
            mac.update(info.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(new byte[] {1});
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
