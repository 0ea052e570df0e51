package org.kindtrail.account;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of the list of openings as both doors show it. */
@Schema(description = "That somebody opened what is sealed. What they read is not in it")
public record OpeningView(
        @Schema(description = "Code of whose sealed details they are", examples = "R-MQPA-VYK9") String about,
        @Schema(description = "How it was opened") Opening.Manner manner,
        @Schema(description = "The reason that was given", examples = "to deliver") String why,
        @Schema(description = "Who opened it", examples = "Dana") String by,
        @Schema(description = "When") Instant openedAt) {}
