package org.kindtrail.sale;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says where the takings of a sale go, and in which currency it sells. */
@Schema(description = "Says where the takings of a sale go, and in which currency it sells")
public record SetTerms(
        @NotNull @Schema(description = "Code of an open fund", examples = "FN-0000-0000") String fund,
        @NotNull @Schema(description = "Currency (ISO 4217); other than before: the price list begins anew", examples = "KZT")
                String currency,
        @NotNull @Schema(description = "The version that this was made on; 0 for the first terms", examples = "0")
                Integer version) {}
