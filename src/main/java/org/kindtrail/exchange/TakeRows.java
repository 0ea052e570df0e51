package org.kindtrail.exchange;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Takes in what was checked. */
@Schema(description = "Takes in the rows that are good")
public record TakeRows(
        @Schema(description = "true: only if every row is good; false: the good ones, and the others are left out", examples = "false")
                boolean onlyIfAllGood) {}
