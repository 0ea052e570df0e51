package org.kindtrail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class VisitorTest {
    private static final Visitor BARE = new Visitor(null, false, Optional.of(List.of("127.0.0.1")));
    private static final Visitor BEHIND = new Visitor(null, true, Optional.of(List.of("127.0.0.1", "::1/128", "10.0.0.0/8", "fd00::/8")));

    @Test
    void withoutAProxyNobodySaysWhereTheyComeFrom() {
        assertThat(BARE.address("127.0.0.1", List.of("198.51.100.7"))).isEqualTo("127.0.0.1");
        assertThat(BARE.address("203.0.113.9", List.of("198.51.100.7"))).isEqualTo("203.0.113.9");
    }

    @Test
    void aTrustedProxyIsBelieved() {
        assertThat(BEHIND.address("127.0.0.1", List.of("198.51.100.7"))).isEqualTo("198.51.100.7");
        assertThat(BEHIND.address("::1", List.of("2001:db8::7"))).isEqualTo("2001:db8::7");
        assertThat(BEHIND.address("fd12::1", List.of("198.51.100.7:4711"))).isEqualTo("198.51.100.7");
        assertThat(BEHIND.address("fd12::1", List.of("[2001:db8::7]:4711"))).isEqualTo("[2001:db8::7]");
        assertThat(BEHIND.address("10.200.3.4", List.of())).isEqualTo("10.200.3.4");
    }

    @Test
    void anybodyElseIsNot() {
        assertThat(BEHIND.address("203.0.113.9", List.of("198.51.100.7"))).isEqualTo("203.0.113.9");
        assertThat(BEHIND.address("11.0.0.1", List.of("198.51.100.7"))).isEqualTo("11.0.0.1");
    }

    @Test
    void whatTheVisitorMadeUpStandsFurtherLeftAndIsNotBelieved() {
        assertThat(BEHIND.address("127.0.0.1", List.of("1.2.3.4, 198.51.100.7"))).isEqualTo("198.51.100.7");
        assertThat(BEHIND.address("127.0.0.1", List.of("1.2.3.4", "198.51.100.7"))).isEqualTo("198.51.100.7");
        assertThat(BEHIND.address("127.0.0.1", List.of("1.2.3.4, 198.51.100.7, 10.1.1.1"))).isEqualTo("198.51.100.7");
        assertThat(BEHIND.address("127.0.0.1", List.of("10.1.1.1"))).isEqualTo("10.1.1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "_hidden", "evil.example", "1.2.3.999", "::::", "1.2.3", "' or 1=1", "a:b:c:g"})
    void whatIsNoAddressIsNone(String told) {
        assertThat(BEHIND.address("127.0.0.1", List.of(told))).isEqualTo("127.0.0.1");
    }

    @Test
    void aBlockThatIsNoneIsSaidAtTheStart() {
        for (String wrong : List.of("proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0", "::1/129", "::1", "fd00::1")) {
            assertThatThrownBy(() -> new Visitor(null, true, Optional.of(List.of(wrong)))).hasMessageContaining(wrong);
        }
    }

    @Test
    void oneAddressIsOnePlaceInWhicheverClothes() {
        assertThat(Network.of("::ffff:198.51.100.7")).isEqualTo(Network.of("198.51.100.7"));
        assertThat(Network.of("[2001:db8:1:2::7]")).isEqualTo(Network.of("2001:DB8:1:2:ffff::"));
        assertThat(Network.of("fe80::1%eth0")).isEqualTo(Network.of("fe80::2"));
        assertThat(Network.of(null)).isEmpty();
    }
}
