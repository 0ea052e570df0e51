package org.kindtrail.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
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
    void noticesAServerThatIsGoneUnlessToldOtherwise() {
        Properties given = new Properties();
        given.setProperty("user", "kindtrail");
        given.setProperty("socketTimeout", "0");
        assertThat(Vendor.POSTGRESQL.settings(given))
                .containsEntry("user", "kindtrail")
                .containsEntry("connectTimeout", "5")
                .containsEntry("tcpKeepAlive", "true")
                .containsEntry("socketTimeout", "0");
        assertThat(Vendor.POSTGRESQL.settings(new Properties())).containsEntry("socketTimeout", "60");
        assertThat(Vendor.H2.settings(given)).isEqualTo(given);
    }

    @Test
    void leavesUrlsOfOthersToTheirDrivers() throws Exception {
        ChoosingDriver driver = new ChoosingDriver();
        assertThat(driver.acceptsURL("jdbc:other:x")).isFalse();
        assertThat(driver.connect("jdbc:other:x", new Properties())).isNull();
    }
}
