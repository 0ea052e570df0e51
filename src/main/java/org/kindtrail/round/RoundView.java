package org.kindtrail.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.dispatch.Dispatch;

/** A delivery round as both doors show it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "A delivery round")
public record RoundView(
        @Schema(description = "Its code") String code,
        @Schema(description = "The day on which it drives") LocalDate day,
        @Schema(description = "How far it has come") DeliveryRound.State state,
        @Schema(nullable = true, description = "Registration of the vehicle") String vehicle,
        @Schema(nullable = true, description = "Who drives; never public") String driver,
        @Schema(nullable = true, description = "For the people of the house") String remark,
        @Schema(description = "When it was planned") Instant plannedAt,
        @Schema(nullable = true, description = "When it left") Instant departedAt,
        @Schema(nullable = true, description = "When it was cancelled") Instant cancelledAt,
        @Schema(description = "Its stops in their order") List<Stop> stops,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {

    /** One dispatch of it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "RoundStop", description = "A stop of a round")
    public record Stop(
            @Schema(description = "Its number in the order, from 1") int number,
            @Schema(description = "Code of the dispatch") String dispatch,
            @Schema(description = "How far the dispatch has come") Dispatch.State state,
            @Schema(description = "Code of the recipient") String recipient,
            @Schema(description = "What the house calls the recipient; never public") String recipientAlias,
            @Schema(nullable = true, description = "When it arrived") Instant deliveredAt) {
        public String stateKey() {
            return "dispatch_state_" + state.word();
        }

        /** The driver's sheet can be printed. */
        public boolean driven() {
            return state == Dispatch.State.LOADED || state == Dispatch.State.DEPARTED;
        }

        public boolean onItsWay() {
            return state == Dispatch.State.DEPARTED;
        }
    }

    static RoundView of(DeliveryRound round) {
        return new RoundView(
                round.getCode(),
                round.getDay(),
                round.getState(),
                round.getVehicle(),
                round.getDriver(),
                round.getRemark().isEmpty() ? null : round.getRemark(),
                round.getPlannedAt(),
                round.getDepartedAt(),
                round.getCancelledAt(),
                round.getStops().stream().map(RoundView::stop).toList(),
                round.getVersion());
    }

    private static Stop stop(RoundStop stop) {
        Dispatch dispatch = stop.getDispatch();
        return new Stop(
                stop.getStop(),
                dispatch.getCode(),
                dispatch.getState(),
                dispatch.getRecipient().getCode(),
                dispatch.getRecipient().getAlias(),
                dispatch.getDeliveredAt());
    }

    public String stateKey() {
        return "round_state_" + state.word();
    }

    public boolean planned() {
        return state == DeliveryRound.State.PLANNED;
    }

    public boolean standing() {
        return state != DeliveryRound.State.CANCELLED;
    }

    /** The stops whose goods are not on the vehicle yet; while there are any, it cannot leave. */
    public List<Stop> notLoaded() {
        return planned()
                ? stops.stream().filter(stop -> stop.state() == Dispatch.State.STAGED).toList()
                : List.of();
    }

    /** Stops of a round that left, whose dispatch was cancelled before or came back. */
    public List<Stop> notDriven() {
        return stops.stream().filter(stop -> stop.state() == Dispatch.State.CANCELLED).toList();
    }
}
