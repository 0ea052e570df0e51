package org.kindtrail.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VendorTest {
    @Test
    void isNamedByTheUrl() {
        assertThat(Vendor.of("jdbc:h2:file:/srv/kindtrail")).isEqualTo(Vendor.H2);
        assertThat(Vendor.of("jdbc:postgresql://db/kindtrail")).isEqualTo(Vendor.POSTGRESQL);
    }

    @Test
    void refusesAnotherProductAndKeepsItsSecrets() {
        assertThatThrownBy(() -> Vendor.of("jdbc:other://db/kindtrail?password=secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:other:")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Vendor.of("jdbc:other:thin:kind/secret@db"))
                .hasMessageNotContaining("secret");
    }

    @Test
    void leavesUrlsOfOthersToTheirDrivers() throws Exception {
        ChoosingDriver driver = new ChoosingDriver();
        assertThat(driver.acceptsURL("jdbc:other:x")).isFalse();
        assertThat(driver.connect("jdbc:other:x", new java.util.Properties())).isNull();
    }
}
