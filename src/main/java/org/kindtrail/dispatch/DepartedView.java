package org.kindtrail.dispatch;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dispatch that has left, and the key for whoever receives it: told in this answer and kept nowhere. */
@Schema(description = "A dispatch that has left, and the key for whoever receives it")
public record DepartedView(DispatchView dispatch, Confirmation confirmation) {

    /** How the receiver confirms without a sign-in. */
    @Schema(name = "ConfirmationKey", description = "How the receiver confirms without a sign-in")
    public record Confirmation(
            @Schema(description = "How many keys this dispatch had, this one included; only the last opens it") int turn,
            @Schema(nullable = true, description = "The key; it is told here and kept nowhere") String key,
            @Schema(nullable = true, description = "Where it is typed in") String address) {}
}
