package org.kindtrail.need;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For how long a promise holds goods back. */
@Schema(name = "PromiseTerm", description = "For how long a promise holds goods back")
public record PromiseTermView(
        @Schema(nullable = true, description = "Days; null: until somebody takes it back") Integer days,
        @Schema(description = "Raised by every change of the organisation; a change sends the one that it was made on")
                int version) {}
