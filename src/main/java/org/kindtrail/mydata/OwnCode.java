package org.kindtrail.mydata;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A donor's own code, in the body and not in an address, which others might write down. */
@Schema(name = "OpenOwnData", description = "Opens what is held about a donor")
public record OwnCode(
        @NotNull @Schema(description = "The code that the donor was given; it begins with X", examples = "X000-0000-0000-0001") String code) {
    /** Shows nothing. */
    @Override
    public String toString() {
        return "(a code)";
    }
}
