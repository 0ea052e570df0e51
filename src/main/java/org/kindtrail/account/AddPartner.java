package org.kindtrail.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Lets somebody of a recipient come in by a name and a password. */
@Schema(description = "Lets somebody of a recipient come in by a name and a password, to see that recipient alone")
public record AddPartner(
        @SignInName
                @Schema(
                        description = "The name to sign in by: 2 to 60 small letters, digits, dots, dashes, underscores",
                        examples = "river.house")
                String name,
        @Text(max = 120)
                @Schema(description = "What the house calls them: who they are by their work", examples = "Head of the shelter")
                String displayName,
        @Password
                @Schema(
                        description = "The first password, 12 to 200 characters; they can change it",
                        examples = "forty bags in an evening")
                String password) {
    public AddPartner {
        name = SignInName.Check.plain(name);
    }

    /** For telling a repeat from a new request without keeping anything of the password. */
    public AddPartner withoutPassword() {
        return new AddPartner(name, displayName, null);
    }
}
