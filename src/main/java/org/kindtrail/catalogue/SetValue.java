package org.kindtrail.catalogue;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Says what one of an item is worth in a condition, from now on. */
@Schema(description = "Says what one of an item is worth in a condition, from now on")
public record SetValue(
        @NotNull @Schema(description = "The condition; not unsorted", examples = "good") Grade grade,
        @Text(max = 40, required = false)
                @Schema(nullable = true, description = "How much, for one; null: from now on no value", examples = "3.50")
                String amount,
        @NotNull @Schema(description = "Code of the currency (ISO 4217)", examples = "USD") String currency) {}
