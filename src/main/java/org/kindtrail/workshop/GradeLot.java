package org.kindtrail.workshop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Grades part of a lot anew, or splits it. */
@Schema(description = "Grades a lot, or part of it, anew, or splits it: the lines say what it is now")
public record GradeLot(
        @NotNull @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
        @Schema(description = "Code of the site or shelf where it lies; may be left out when it lies at one only")
                String place,
        @NotNull @Quantity @Schema(description = "How much of the lot", examples = "10") Long quantity,
        @NotNull @Size(min = 1, max = 20) @Schema(description = "What it is now; the lines add up to the quantity")
                List<@NotNull @Valid MadeLine> lines,
        @Text(max = 500, required = false) @Schema(description = "Whatever is worth knowing") String remark,
        @SensibleDate(future = false) @Schema(description = "When it was done; left out: now") Instant occurredAt) {}
