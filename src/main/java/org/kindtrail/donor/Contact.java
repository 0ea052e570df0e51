package org.kindtrail.donor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.Text;
import org.kindtrail.web.SpokenLanguage;

/**
 * How a donor can be reached, and what they asked to be told by e-mail. What is null stays as it is.
 *
 * @param email blank takes it away, and the wishes with it
 * @param telephone blank takes it away
 * @param wants all that they ask for; null leaves it as it was
 * @param language one of {@link org.kindtrail.web.Languages#SPOKEN}
 */
@Schema(
        name = "Contact",
        description = "How a donor can be reached, and what they asked to be told by e-mail. What is left out stays as it is; an "
                + "empty text takes away. Kept sealed: it is opened on purpose only")
public record Contact(
        @EmailAddress
                @Schema(implementation = String.class, description = "E-mail address", examples = "anna@example.org") Confidential email,
        @Telephone @Schema(implementation = String.class, description = "Telephone number", examples = "+7 700 000 00 00") Confidential telephone,
        @Size(max = 3)
                @Schema(description = "What they asked to be told by e-mail; needs an address")
                Set<@NotNull Wish> wants,
        @Text(max = 8, required = false) @SpokenLanguage
                @Schema(description = "The language to write in", examples = "en") String language) {
    public Contact {
        email = stripped(email);
        telephone = stripped(telephone);
    }

    private static Confidential stripped(Confidential text) {
        return text == null ? null : Confidential.of(text.text().strip());
    }

    /** An address and all that can be told, as somebody says at a door. */
    public static Contact tellMe(Confidential email, boolean all) {
        return new Contact(email, null, all ? Set.of(Wish.values()) : null, null);
    }
}
