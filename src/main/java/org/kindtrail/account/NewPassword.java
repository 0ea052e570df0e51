package org.kindtrail.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new password for somebody who forgot theirs. */
@Schema(description = "A new password for somebody who forgot theirs; their sessions and tokens end")
public record NewPassword(
        @Password
                @Schema(description = "12 to 200 characters of any kind", examples = "forty bags in an evening")
                String password) {}
