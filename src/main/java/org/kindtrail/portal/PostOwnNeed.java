package org.kindtrail.portal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;
import org.kindtrail.need.PeopleOf;
import org.kindtrail.need.PostNeed;
import org.kindtrail.need.Urgency;

/** A recipient's own person says what it needs. */
@Schema(description = "What a recipient needs, said by its own person. For how many people of which kind; never a name.")
public record PostOwnNeed(
        @Text(max = 200) @Schema(description = "For how many people of which kind; never a name", examples = "11 adult men")
                String forWhom,
        @Schema(description = "How urgent it is; absent: normal", examples = "urgent") Urgency urgency,
        @SensibleDate @Schema(description = "The day by which it is wanted; absent: any", examples = "2026-12-10")
                LocalDate wantedBy,
        @NotNull @Size(min = 1, max = PostOwnNeed.MOST) @Schema(description = "What is needed, 1 to 50 lines")
                List<@NotNull @Valid Line> lines,
        @Size(max = PeopleOf.MOST) @Schema(description = "For how many people of which sex and age; absent: not told")
                List<@NotNull @Valid PeopleOf> people) {
    static final int MOST = 50;

    /** One thing that is needed. */
    @Schema(name = "PostOwnNeedLine", description = "One thing that is needed: an item, or any of a category")
    public record Line(
            @Schema(description = "Code of the item; absent when a category is asked for", examples = "warm-jumpers-man")
                    String item,
            @Schema(description = "Code of the category; absent when an item is asked for") String category,
            @Schema(description = "Who it must fit; absent: whoever the item is for") Wearer fits,
            @Size(max = 60) @Schema(description = "The sizes that will do; absent or empty: any", examples = "[\"L\", \"XL\"]")
                    List<@NotNull String> sizes,
            @NotNull @Quantity @Schema(description = "How many, in the item's unit", examples = "11") Long quantity) {
        PostNeed.Line asked() {
            return new PostNeed.Line(item, category, fits, sizes, quantity);
        }
    }

    /** The same as the room of needs takes it, for the recipient of that code. */
    PostNeed of(String recipient) {
        List<PostNeed.Line> asked = lines.stream().map(Line::asked).toList();
        return new PostNeed(recipient, forWhom, wantedBy, asked, urgency, null, null, people, null, null);
    }
}
