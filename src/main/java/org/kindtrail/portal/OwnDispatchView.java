package org.kindtrail.portal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.dispatch.Dispatch;
import org.kindtrail.dispatch.DispatchLine;

/** A dispatch as the recipient's own person reads it: what comes and when, and not who drives, on what, and from where. */
@Schema(name = "OwnDispatch", description = "A dispatch as the recipient's own person reads it")
public record OwnDispatchView(
        @Schema(description = "Its code, as the waybill has it") String code,
        @Schema(description = "How far it has come") Dispatch.State state,
        @Schema(description = "Code of the need that it meets") String need,
        @Schema(description = "For whom that is") String forWhom,
        @Schema(description = "When it was prepared") Instant stagedAt,
        @Schema(nullable = true, description = "When it left") Instant departedAt,
        @Schema(nullable = true, description = "When it arrived") Instant deliveredAt,
        @Schema(nullable = true, description = "When it was cancelled, or came back") Instant cancelledAt,
        @Schema(description = "What it brings; left out in lists") List<Line> lines) {

    /** One line of it. */
    @Schema(name = "OwnDispatchLine", description = "One line of what a dispatch brings")
    public record Line(
            @Schema(description = "Its number on the waybill") int line,
            @Schema(description = "The item in words") String itemName,
            @Schema(nullable = true, description = "The size; null when not told apart") String size,
            @Schema(description = "The item's unit") String unit,
            @Schema(description = "How many are sent") long quantity,
            @Schema(nullable = true, description = "How many arrived; null until confirmed") Long received,
            @Schema(nullable = true, description = "How many of these are of no use; null until confirmed") Long damaged) {
        @JsonIgnore
        public String what() {
            return size == null ? itemName : itemName + ", " + size;
        }
    }

    static OwnDispatchView row(Dispatch dispatch) {
        return of(dispatch, List.of());
    }

    static OwnDispatchView of(Dispatch dispatch, List<Line> lines) {
        return new OwnDispatchView(
                dispatch.getCode(),
                dispatch.getState(),
                dispatch.getNeed().getCode(),
                dispatch.getNeed().getForWhom(),
                dispatch.getStagedAt(),
                dispatch.getDepartedAt(),
                dispatch.getDeliveredAt(),
                dispatch.getCancelledAt(),
                lines);
    }

    static Line line(DispatchLine line, String itemName) {
        return new Line(
                line.getLine(),
                itemName,
                line.getLot().getSize(),
                line.getLot().getItem().getUnit(),
                line.getQuantity(),
                line.getReceived(),
                line.getDamaged());
    }

    @JsonIgnore
    public boolean onItsWay() {
        return state == Dispatch.State.DEPARTED;
    }

    @JsonIgnore
    public boolean arrived() {
        return state == Dispatch.State.DELIVERED;
    }

    /** The key of how far it has come. */
    @JsonIgnore
    public String stateKey() {
        return "portal_dispatch_" + state.word();
    }
}
