package org.kindtrail.container;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that happened to a container. */
@Schema(description = "Something that happened to a container")
public record ContainerEvent(
        @Schema(description = "When it was written down") Instant at,
        @Schema(description = "made, moved, departed, received, returned, packed, unpacked, put_in, taken_out, taken_back,"
                        + " sealed, unsealed, closed, reopened, described, or what happened to a photograph of it",
                        examples = "packed")
                String happened,
        @Schema(description = "The same in the reader's words", examples = "Packed: 12 jumpers, man, size L") String words,
        @Schema(nullable = true, description = "Code of the document that it belongs to", examples = "M-0000-0000") String document,
        @Schema(nullable = true, description = "The reason that a person gave") String why,
        @Schema(nullable = true, description = "Who wrote it down") String by,
        @Schema(description = "Whether it can be taken back") boolean undoable) {}
