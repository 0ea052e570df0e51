package org.kindtrail.mydata;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.account.Opening;
import org.kindtrail.account.Role;
import org.kindtrail.donor.Wish;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.mail.MessageKind;

/** All that is held about a donor. */
@Schema(description = "All that is held about a donor")
public record OwnData(
        @Schema(description = "Name of the organisation that holds it") String organisation,
        @Schema(description = "How the organisation knows you", examples = "Anna from the choir") String knownAs,
        @Schema(description = "Since when") LocalDate since,
        @Schema(nullable = true, implementation = String.class, description = "E-mail address; null when none is kept", examples = "anna@example.org") Confidential email,
        @Schema(nullable = true, implementation = String.class, description = "Telephone number; null when none is kept") Confidential telephone,
        @Schema(description = "What you asked to be told by e-mail") List<Wish> wants,
        @Schema(description = "The language that is written to you in", examples = "en") String language,
        @Schema(description = "What you gave, the latest first") List<Gift> gifts,
        @Schema(description = "Letters that were sent to you, or wait to be") List<Letter> letters,
        @Schema(description = "When people of the organisation opened your contact, or could have") List<Opened> openings) {

    /** Something that they gave. */
    @Schema(name = "OwnGift", description = "Something that you gave")
    public record Gift(
            @Schema(description = "The day") LocalDate day,
            @Schema(description = "Title of the drive") String drive,
            @Schema(description = "How many bags or lines came in") long bags,
            @Schema(description = "Whether it was recorded by mistake") boolean reversed,
            @Schema(nullable = true, description = "Its tracking page on this service") String tracking) {}

    /** A letter. */
    @Schema(name = "OwnLetter", description = "A letter to you")
    public record Letter(
            @Schema(description = "What it told") MessageKind kind,
            @Schema(description = "The day on which it was due") LocalDate day,
            @Schema(description = "Whether it was sent") boolean sent) {}

    /** Somebody of the house saw the contact. */
    @Schema(name = "OwnOpening", description = "Somebody of the organisation opened your contact, found you by it, or made a code for you")
    public record Opened(
            @Schema(description = "The day") LocalDate day,
            @Schema(description = "How") Opening.Manner manner,
            @Schema(description = "The highest role of who did") Role role) {
        public String roleKey() {
            return "account_role_" + role.word();
        }
    }
}
