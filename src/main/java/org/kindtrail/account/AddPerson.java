package org.kindtrail.account;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Lets somebody new work here. */
@Schema(description = "Lets somebody new work here")
public record AddPerson(
        @SignInName
                @Schema(
                        description = "The name to sign in by: 2 to 60 small letters, digits, dots, dashes, underscores",
                        examples = "aigul")
                String name,
        @Text(max = 120) @Schema(description = "The name that others see", examples = "Aigul K.") String displayName,
        @NotEmpty @Schema(description = "What they may do") Set<@NotNull Role> roles,
        @Password
                @Schema(
                        description = "The first password, 12 to 200 characters; they can change it",
                        examples = "forty bags in an evening")
                String password) {
    public AddPerson {
        name = SignInName.Check.plain(name);
    }

    /** For telling a repeat from a new request without keeping anything of the password. */
    AddPerson withoutPassword() {
        return new AddPerson(name, displayName, roles, null);
    }
}
