package org.kindtrail.referral;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.need.Need;
import org.kindtrail.need.Urgency;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.recipient.Sex;

/** A referral as both organisations read it, each its own side. */
@Schema(description = "A need that is passed from one organisation to another, as either of them reads it")
public record ReferralView(
        @Schema(description = "Its code", examples = "RR-0000-0000") String code,
        @Schema(description = "How it stands") Referral.State state,
        @Schema(description = "Whether one's own organisation passes it on; else it is offered to it") boolean own,
        @Schema(description = "Who passes it on") String from,
        @Schema(description = "To whom") String to,
        @Schema(description = "Who answers for the need now") String answers,
        @Schema(description = "Since when") Instant answersSince,
        @Schema(nullable = true, description = "Code of one's own need: the one passed on, or the one taken on; null before") String need,
        @Schema(nullable = true, description = "How the need of whoever took it stands; null when nobody has it") Need.State takenState,
        @Schema(description = "For how many people of which kind") String forWhom,
        @Schema(description = "How many people of which sex and age; empty: not told") List<People> people,
        @Schema(description = "How urgent it is") Urgency urgency,
        @Schema(nullable = true, description = "The day by which it is wanted") LocalDate wantedBy,
        @Schema(description = "What the public may read of the recipient", examples = "a shelter in Almaty region") String recipientWords,
        @Schema(nullable = true, description = "Who is served, when that may be told") RecipientKind kind,
        @Schema(nullable = true, description = "ISO 3166-1 alpha-2 code of the country, when that may be told") String country,
        @Schema(nullable = true, description = "The region, when that may be told") String region,
        @Schema(nullable = true, description = "What who passes it on says of it") String note,
        @Schema(nullable = true, description = "Why it was declined, withdrawn or given back") String reason,
        @Schema(description = "When it was offered") Instant offeredAt,
        @Schema(nullable = true, description = "When it was accepted or declined") Instant decidedAt,
        @Schema(nullable = true, description = "When it was declined, withdrawn or given back") Instant endedAt,
        @Schema(nullable = true, description = "When sealed details were last handed over with it") Instant detailsHandedOverAt,
        @Schema(description = "What is asked for; empty for the other organisation once it has ended") List<Line> lines) {

    /** How many of one sex and age. */
    @Schema(name = "ReferredPeople", description = "How many people of one sex and age")
    public record People(Sex sex, AgeBand ageBand, int number) {}

    /** One thing that is asked for. */
    @Schema(name = "ReferredLine", description = "One thing that is asked for with a referral, and how much of it is met")
    public record Line(
            @Schema(description = "Its number in the need of who passes it on") int line,
            @Schema(description = "The item or category in words", examples = "Warm jumpers, man") String what,
            @Schema(nullable = true, description = "Who it must fit") Wearer fits,
            @Schema(description = "The sizes that will do; empty: any") List<String> sizes,
            @Schema(description = "How many were missing when it was passed on, or are now while it is offered") long asked,
            @Schema(description = "How many of these arrived since, by whoever answers for it") long met) {
        @JsonIgnore
        public String sizesInWords() {
            return String.join(", ", sizes);
        }
    }

    @JsonIgnore
    public boolean offered() {
        return state == Referral.State.OFFERED;
    }

    @JsonIgnore
    public boolean accepted() {
        return state == Referral.State.ACCEPTED;
    }
}
