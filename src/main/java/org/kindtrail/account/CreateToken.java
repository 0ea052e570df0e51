package org.kindtrail.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Makes a token for a program. */
@Schema(description = "Makes a personal access token for a program")
public record CreateToken(
        @Text(max = 120) @Schema(description = "What it is for", examples = "Till at the shop") String label) {}
