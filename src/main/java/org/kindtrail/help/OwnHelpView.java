package org.kindtrail.help;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same for the coordinators of the organisation. */
@Schema(description = "How the organisation of this token is reached, shown or not")
public record OwnHelpView(
        @Schema(description = "Whether everybody sees it") boolean shown,
        @Schema(description = "What everybody sees when it is shown") HelpView help,
        @Schema(nullable = true, description = "When it was changed; null when nobody wrote it yet") Instant changedAt,
        @Schema(description = "Raised by every change; a change sends the one that it was made on. 0: nobody wrote it yet") int version) {}
