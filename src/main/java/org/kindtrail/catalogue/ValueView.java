package org.kindtrail.catalogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A standard value. */
@Schema(name = "StandardValue", description = "What one of an item is reckoned to be worth in a condition")
public record ValueView(
        @Schema(description = "The condition") Grade grade,
        @Schema(description = "How much, for one", examples = "3.50") String amount,
        @Schema(description = "Code of the currency (ISO 4217)", examples = "USD") String currency) {}
