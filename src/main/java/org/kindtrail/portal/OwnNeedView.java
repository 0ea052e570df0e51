package org.kindtrail.portal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.need.Need;
import org.kindtrail.need.NeedView;
import org.kindtrail.need.PeopleOf;
import org.kindtrail.need.Urgency;
import org.kindtrail.need.WhoAnswers;

/** A need as the recipient's own person reads it. */
@Schema(name = "OwnNeed", description = "A need as the recipient's own person reads it")
public record OwnNeedView(
        @Schema(description = "Its code") String code,
        @Schema(description = "For how many people of which kind") String forWhom,
        @Schema(description = "How urgent it is") Urgency urgency,
        @Schema(nullable = true, description = "The day by which it is wanted") LocalDate wantedBy,
        @Schema(description = "How it stands") Need.State state,
        @Schema(description = "When it was posted") Instant createdAt,
        @Schema(nullable = true, description = "The other organisation that answers for it now; null: the one that is asked")
                String answers,
        @Schema(nullable = true, description = "Since when the other answers for it") Instant answersSince,
        @Schema(description = "For how many people of which sex and age; empty: not told") List<PeopleOf> people,
        @Schema(description = "What is asked for") List<Line> lines) {

    /** One thing that is asked for, and how far it has come. */
    @Schema(name = "OwnNeedLine", description = "One thing that is asked for, and how far it has come")
    public record Line(
            @Schema(description = "Its number, from 1") int line,
            @Schema(description = "The item or category in words") String what,
            @Schema(nullable = true, description = "Who it must fit") Wearer fits,
            @Schema(description = "The sizes that will do; empty: any") List<String> sizes,
            @Schema(description = "How many are asked for") long asked,
            @Schema(description = "How many are promised and not yet on the way") long promised,
            @Schema(description = "How many are on the way") long onTheWay,
            @Schema(description = "How many arrived fit for use") long arrived,
            @Schema(description = "How many are still missing") long missing) {
        @JsonIgnore
        public String sizesInWords() {
            return String.join(", ", sizes);
        }
    }

    static OwnNeedView of(NeedView need, WhoAnswers.Answer answer) {
        boolean elsewhere = answer != null && answer.elsewhere();
        return new OwnNeedView(
                need.code(),
                need.forWhom(),
                need.urgency(),
                need.wantedBy(),
                need.state(),
                need.createdAt(),
                elsewhere ? answer.organisation() : null,
                elsewhere ? answer.since() : null,
                need.people(),
                need.lines().stream()
                        .map(line -> new Line(
                                line.line(),
                                line.what(),
                                line.fits(),
                                line.sizes(),
                                line.asked(),
                                line.promised(),
                                line.onTheWay(),
                                line.arrived(),
                                line.missing()))
                        .toList());
    }

    @JsonIgnore
    public boolean open() {
        return state == Need.State.OPEN;
    }

    @JsonIgnore
    public boolean withdrawable() {
        return open() && lines.stream().allMatch(line -> line.promised() == 0);
    }
}
