package org.kindtrail.dispatch;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dispatch as both doors show it. */
@Schema(description = "A dispatch")
public record DispatchView(
        @Schema(description = "Its code, the number of its waybill") String code,
        @Schema(description = "How far it has come") Dispatch.State state,
        @Schema(description = "Code of the need that it meets") String need,
        @Schema(description = "For how many people of which kind") String forWhom,
        @Schema(description = "Code of the recipient") String recipient,
        @Schema(description = "What the house calls the recipient; never public") String recipientAlias,
        @Schema(nullable = true, description = "Code of the programme that it is charged to; null when to none", examples = "PR-0000-0000")
                String programme,
        @Schema(nullable = true, description = "The name of that programme") String programmeName,
        @Schema(nullable = true, description = "Registration of the vehicle") String vehicle,
        @Schema(nullable = true, description = "Who drives; never public") String driver,
        @Schema(nullable = true, description = "Code of the place where the goods are on their way; null before departure") String consignment,
        @Schema(description = "When it was prepared") Instant stagedAt,
        @Schema(nullable = true, description = "When it was loaded") Instant loadedAt,
        @Schema(nullable = true, description = "When it left") Instant departedAt,
        @Schema(nullable = true, description = "When it arrived") Instant deliveredAt,
        @Schema(nullable = true, description = "When it was cancelled, or came back") Instant cancelledAt,
        @Schema(nullable = true, description = "Code of the confirmation that stands; null when there is none") String delivery,
        @Schema(description = "What it carries") List<DispatchLineView> lines) {
    public String stateKey() {
        return "dispatch_state_" + state.word();
    }

    public boolean staged() {
        return state == Dispatch.State.STAGED;
    }

    public boolean loaded() {
        return state == Dispatch.State.LOADED;
    }

    public boolean onItsWay() {
        return state == Dispatch.State.DEPARTED;
    }

    public boolean arrived() {
        return state == Dispatch.State.DELIVERED;
    }

    public boolean beforeDeparture() {
        return staged() || loaded();
    }

    /** Lines that stay behind because their promise was taken back on the need. */
    public long takenBack() {
        return beforeDeparture() ? lines.stream().filter(DispatchLineView::takenBack).count() : 0;
    }

    /** The lines that a picker takes, in the order of the way through the site. */
    public List<DispatchLineView> toTake() {
        return lines.stream().filter(line -> !line.takenBack()).toList();
    }
}
