package org.kindtrail.sale;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was brought to a table, or taken from it. */
@Schema(description = "What was brought to a table, or taken from it")
public record TableMoveView(
        @Schema(description = "Code under which the ledger has it; by it it can be reversed", examples = "M-0000-0000")
                String code,
        @Schema(description = "Code of the drive") String drive,
        @Schema(description = "How many things, in their units") long quantity,
        @Schema(description = "What it was") List<GoodsView> lines) {}
