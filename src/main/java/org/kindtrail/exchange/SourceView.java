package org.kindtrail.exchange;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a file may be. */
@Schema(description = "An export of another program, as which a file can be read")
public record SourceView(
        @Schema(description = "Its key", examples = "boxtribute.boxes") String key,
        @Schema(description = "The other program", examples = "Boxtribute") String system,
        @Schema(description = "What its rows are there, in the reader's words", examples = "boxes") String words,
        @Schema(description = "What its rows become") Kind kind) {}
