package org.kindtrail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class OutcomeTest {
    @Test
    void whatArrivesAsSentIsDelivered() {
        assertThat(Outcome.of(12, 12, 0)).isEqualTo(new Outcome(12, 0, 0, 0, 0));
        assertThat(Outcome.of(12, 12, 0).asSent()).isTrue();
    }

    @Test
    void whatIsShortIsMissingAndWhatIsBrokenIsLetGo() {
        assertThat(Outcome.of(12, 10, 3)).isEqualTo(new Outcome(7, 3, 2, 0, 0));
        assertThat(Outcome.of(12, 0, 0)).isEqualTo(new Outcome(0, 0, 12, 0, 0));
        assertThat(Outcome.of(12, 12, 12)).isEqualTo(new Outcome(0, 12, 0, 0, 0));
    }

    @Test
    void surplusIsFoundAndBrokenCountsAgainstWhatWasSentFirst() {
        assertThat(Outcome.of(5, 8, 0)).isEqualTo(new Outcome(5, 0, 0, 3, 0));
        assertThat(Outcome.of(5, 8, 4)).isEqualTo(new Outcome(1, 4, 0, 3, 0));
        assertThat(Outcome.of(5, 8, 7)).isEqualTo(new Outcome(0, 5, 0, 1, 2));
    }

    @Test
    void everythingSentAndEverythingCountedIsAccountedForWhateverWasCounted() {
        for (long sent = 1; sent <= 6; sent++) {
            for (long received = 0; received <= 12; received++) {
                for (long broken = 0; broken <= received; broken++) {
                    Outcome outcome = Outcome.of(sent, received, broken);
                    assertThat(outcome.delivered() + outcome.damaged() + outcome.missing()).isEqualTo(sent);
                    assertThat(outcome.delivered() + outcome.damaged() + outcome.surplus() + outcome.surplusDamaged())
                            .isEqualTo(received);
                    assertThat(outcome.damaged() + outcome.surplusDamaged()).isEqualTo(broken);
                    assertThat(outcome.fit()).isEqualTo(received - broken);
                    assertThat(List.of(
                                    outcome.delivered(),
                                    outcome.damaged(),
                                    outcome.missing(),
                                    outcome.surplus(),
                                    outcome.surplusDamaged()))
                            .allMatch(part -> part >= 0);
                }
            }
        }
    }
}
