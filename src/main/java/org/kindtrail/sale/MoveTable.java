package org.kindtrail.sale;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Brings things to the table of a sale, or takes them away from it. */
@Schema(description = "Brings things to the table of a sale, or takes them back or on to another table")
public record MoveTable(
        @NotNull @Schema(description = "bring or take", examples = "bring") Direction direction,
        @Schema(
                        description = "bring: code of the site or shelf that they come from, left out: from wherever in the"
                                + " house; take: code of the site or shelf that they go to",
                        examples = "P-0000-0000")
                String place,
        @Schema(
                        description = "Code of a shelf of the table: where things are put, or the only one they are taken"
                                + " from; left out: the table")
                String shelf,
        @Schema(description = "true: everything that is free there and fit for use, in place of lines") Boolean all,
        @Size(max = 50) @Schema(description = "What, in place of everything") List<@NotNull @Valid StockLine> lines) {

    /** Which way things go. */
    @Schema(name = "TableDirection")
    public enum Direction {
        @JsonProperty("bring")
        BRING,
        @JsonProperty("take")
        TAKE
    }
}
