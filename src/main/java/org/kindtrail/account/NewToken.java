package org.kindtrail.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token that was just made. */
@Schema(description = "A personal access token that was just made. The secret is in this answer and in no other")
public record NewToken(
        @Schema(description = "What it is called") AccessView token,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(nullable = true, description = "What programs send as Bearer; absent in the answer to a repeat, for it is not kept")
                String secret) {}
