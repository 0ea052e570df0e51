package org.kindtrail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.dispatch.Dispatch.State;
import org.kindtrail.kernel.Refused;
import org.kindtrail.need.Need;
import org.kindtrail.need.NeedLine;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Allocation;

@Tag("once")
class DispatchTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    /** What can be done with a dispatch, by name. */
    private static final Map<String, Consumer<Dispatch>> ACTS = Map.of(
            "load", dispatch -> dispatch.load(NOW),
            "remove", dispatch -> dispatch.remove(1),
            "depart", dispatch -> dispatch.depart(Place.consignment(1L, "P", "W"), null, null, NOW),
            "hand a key", dispatch -> dispatch.handKey("hash", NOW, 7L),
            "deliver", dispatch -> dispatch.deliver(NOW),
            "take back the delivery", Dispatch::takeBackDelivery,
            "come back", dispatch -> dispatch.comeBack(NOW),
            "cancel", dispatch -> dispatch.cancel(NOW));

    private static final Map<State, Set<String>> POSSIBLE = new EnumMap<>(Map.of(
            State.STAGED, Set.of("load", "remove", "cancel"),
            State.LOADED, Set.of("remove", "depart", "cancel"),
            State.DEPARTED, Set.of("hand a key", "deliver", "come back"),
            State.DELIVERED, Set.of("take back the delivery"),
            State.CANCELLED, Set.of()));

    private static Dispatch staged() {
        Dispatch dispatch = new Dispatch(1L, "W-0000-0000", new Need() {}, NOW, 7L);
        for (int i = 0; i < 2; i++) {
            dispatch.take(new Allocation() {}, new NeedLine() {});
        }
        return dispatch;
    }

    private static Dispatch in(State state) {
        Dispatch dispatch = staged();
        if (state == State.CANCELLED) {
            dispatch.cancel(NOW);
        } else if (state != State.STAGED) {
            dispatch.load(NOW);
        }
        if (state == State.DEPARTED || state == State.DELIVERED) {
            dispatch.depart(Place.consignment(1L, "P", "W"), "123", "Somebody", NOW);
        }
        if (state == State.DELIVERED) {
            dispatch.deliver(NOW);
        }
        assertThat(dispatch.getState()).isEqualTo(state);
        return dispatch;
    }

    @Test
    void eachStateAllowsItsStepsAndRefusesAllOthersSayingHowItStands() {
        for (State state : EnumSet.allOf(State.class)) {
            ACTS.forEach((name, act) -> {
                Dispatch dispatch = in(state);
                if (POSSIBLE.get(state).contains(name)) {
                    act.accept(dispatch);
                } else {
                    assertThatThrownBy(() -> act.accept(dispatch))
                            .as("%s when %s", name, state)
                            .isInstanceOfSatisfying(Refused.class, refusal -> assertThat(refusal.key())
                                    .isEqualTo("error_dispatch_is_" + state.word()));
                    assertThat(dispatch.getState()).isEqualTo(state);
                }
            });
        }
    }

    @Test
    void aConsignmentIsClosedWhenItArrivesAndOpenWhenItIsOnItsWayAgain() {
        Dispatch dispatch = in(State.DELIVERED);
        assertThat(dispatch.getConsignment().isActive()).isFalse();
        dispatch.takeBackDelivery();
        assertThat(dispatch.getConsignment().isActive()).isTrue();
        assertThat(dispatch.getDeliveredAt()).isNull();
        dispatch.comeBack(NOW);
        assertThat(dispatch.getConsignment().isActive()).isFalse();
    }

    @Test
    void aLineThatIsTakenOffLeavesAGapAndTheLastOneStays() {
        Dispatch dispatch = staged();
        dispatch.remove(1);
        assertThat(dispatch.getLines()).extracting(DispatchLine::getLine).containsExactly(2);
        assertThatThrownBy(() -> dispatch.remove(2)).isInstanceOf(Refused.class);
    }

    @Test
    void aKeyIsShownForAQuarterOfAnHourToWhoMadeItAndNobodyElse() {
        Dispatch dispatch = in(State.DEPARTED);
        assertThat(dispatch.showsKeyTo(7L, NOW)).isFalse();
        dispatch.handKey("hash", NOW, 7L);
        assertThat(dispatch.showsKeyTo(7L, NOW.plusSeconds(899))).isTrue();
        assertThat(dispatch.showsKeyTo(8L, NOW)).isFalse();
        assertThat(dispatch.showsKeyTo(7L, NOW.plusSeconds(900))).isFalse();
        dispatch.deliver(NOW);
        assertThat(dispatch.showsKeyTo(7L, NOW)).isFalse();
    }
}
