package org.kindtrail.exchange;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of an import. */
@Schema(name = "ImportRow", description = "A row of an import: what stands in it, what becomes of it, and what is wrong with it")
public record ImportRowView(
        @Schema(description = "Its number, as the spreadsheet shows it", examples = "17") int number,
        @Schema(description = "What is known of it", examples = "wrong") RowState state,
        @Schema(description = "What stands in our columns; of those that are kept sealed, nothing") Map<String, String> cells,
        @Schema(description = "What becomes of it, in words; empty when it cannot be taken", examples = "12 pieces of Jumpers, man, good, to School hall")
                String becomes,
        @Schema(description = "What is wrong with it") List<ImportFaultView> faults,
        @Schema(nullable = true, description = "The code of what it became", examples = "B-0000-0000") String document) {

    /** All faults as one text, for files. */
    @Schema(hidden = true)
    @com.fasterxml.jackson.annotation.JsonIgnore
    public String said() {
        return String.join(" ", faults.stream().map(fault -> (fault.column().isEmpty() ? "" : fault.column() + ": ") + fault.words()).toList());
    }

    /** What is wrong with a cell of it. */
    @Schema(name = "ImportFault", description = "What is wrong with a cell, and what would be right")
    public record ImportFaultView(
            @Schema(description = "The key of our column; empty: the row as a whole", examples = "quantity") String field,
            @Schema(description = "The file's column, as it is called there; ours where none is matched", examples = "Qty") String column,
            @Schema(description = "What stands there, shortened; empty where it is kept sealed", examples = "twelve") String given,
            @Schema(description = "Why, and what would be right, in words", examples = "A quantity is a whole number from 1; \"twelve\" is not.") String words) {}
}
