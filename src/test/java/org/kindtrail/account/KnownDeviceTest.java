package org.kindtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.web.HouseSecret;
import org.kindtrail.web.Network;

@Tag("once")
class KnownDeviceTest {
    private final KnownDevice device = new KnownDevice(() -> "a secret of the house".getBytes(StandardCharsets.UTF_8));

    @Test
    void aBrowserThatThePersonUsedIsAPlaceOfItsOwn() {
        String mark = device.mark(null, "aigul");
        assertThat(device.from(mark, "AIGUL", "10.0.0.1")).startsWith("device ");
        assertThat(device.from(mark, "nurlan", "10.0.0.1")).isEqualTo("address 10.0.0.1");
        assertThat(device.from(null, "aigul", "10.0.0.1")).isEqualTo("address 10.0.0.1");
    }

    @Test
    void aMarkIsNotMadeUpNorTakenFromAnotherBrowser() {
        String mark = device.mark(null, "aigul");
        String other = device.mark(null, "nurlan");
        String stitched = other.split("\\.")[0] + "." + mark.split("\\.")[1];
        assertThat(device.from(stitched, "aigul", "10.0.0.1")).startsWith("address");
        assertThat(device.from("nonsense", "aigul", "10.0.0.1")).startsWith("address");
        HouseSecret another = () -> "another secret".getBytes(StandardCharsets.UTF_8);
        assertThat(new KnownDevice(another).from(mark, "aigul", "10.0.0.1")).startsWith("address");
    }

    @Test
    void remembersTheLastTwelve() {
        String mark = device.mark(null, "first");
        for (int person = 0; person < 12; person++) {
            mark = device.mark(mark, "person" + person);
        }
        assertThat(device.from(mark, "first", "10.0.0.1")).startsWith("address");
        assertThat(device.from(mark, "person0", "10.0.0.1")).startsWith("device");
        assertThat(device.mark(mark, "person11")).isEqualTo(mark);
    }

    @Test
    void aWholeIpv6NetworkIsOnePlace() {
        assertThat(Network.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Network.of("2001:db8:1:2::9"));
        assertThat(Network.of("2001:db8:1:2::9")).isNotEqualTo(Network.of("2001:db8:1:3::9"));
        assertThat(Network.of("10.0.0.1")).isEqualTo("10.0.0.1");
    }
}
