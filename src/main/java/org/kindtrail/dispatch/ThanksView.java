package org.kindtrail.dispatch;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Thanks as those see them who decide whether they are public. */
@Schema(description = "Thanks that came with a delivery")
public record ThanksView(
        @Schema(description = "Its code") String code,
        @Schema(description = "Code of the dispatch that it is for") String dispatch,
        @Schema(description = "What the house calls the recipient; never public") String recipientAlias,
        @Schema(description = "The words as they came") String words,
        @Schema(description = "Whether it is public") Thanks.State state,
        @Schema(description = "When it came") Instant givenAt,
        @Schema(nullable = true, description = "When somebody decided") Instant decidedAt) {
    static ThanksView of(Thanks thanks) {
        return new ThanksView(
                thanks.getCode(),
                thanks.getDispatch().getCode(),
                thanks.getDispatch().getRecipient().getAlias(),
                thanks.getWords(),
                thanks.getState(),
                thanks.getGivenAt(),
                thanks.getDecidedAt());
    }

    public String stateKey() {
        return "dispatch_thanks_" + state.word();
    }

    public boolean approved() {
        return state == Thanks.State.APPROVED;
    }

    public boolean declined() {
        return state == Thanks.State.DECLINED;
    }
}
