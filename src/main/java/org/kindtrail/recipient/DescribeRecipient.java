package org.kindtrail.recipient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Adds a recipient, or tells anew who it is in the house and in public; who and where it really is, is sealed. */
@Schema(description = "Adds a recipient, or tells it anew. Survivors are never recorded as persons: no names of people.")
public record DescribeRecipient(
        @Text(max = 120)
                @Schema(description = "What the house calls it; never shown in public", examples = "Shelter by the river")
                String alias,
        @NotNull @Schema(description = "Who is served", examples = "shelter") RecipientKind kind,
        @NotNull @Schema(description = "ISO 3166-1 alpha-2 code of the country", examples = "KZ") String country,
        @Text(max = 80)
                @Schema(description = "First-level administrative region, nothing finer", examples = "Almaty region")
                String region,
        @NotNull
                @Schema(
                        description = "How much the public may know; a new shelter starts at region or hidden",
                        examples = "region")
                Disclosure disclosure,
        @Text(max = 160, required = false)
                @Schema(description = "The name shown in public; only with the disclosure named", examples = "School No 12")
                String publicName,
        @Text(max = 160, required = false)
                @Schema(
                        description = "What is said of it in public; only with the disclosure described",
                        examples = "a family displaced by floods")
                String description,
        @Valid
                @Schema(description = "Only when it is added; afterwards the sealed details have an operation of their own")
                SealedDetails sealed) {}
