package org.kindtrail.help;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organisation that can be asked for help. */
@Schema(description = "An organisation that can be asked for help")
public record HelpRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "H-0000-0000") String organisation,
        @Schema(description = "Its name") String name,
        @Schema(description = "ISO 3166-1 alpha-2 code of its country", examples = "KZ") String country) {}
