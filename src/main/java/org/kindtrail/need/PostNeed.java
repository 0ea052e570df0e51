package org.kindtrail.need;

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

/** Posts what a recipient asks for. */
@Schema(description = "Posts what a recipient asks for. It says for how many people of which kind; never a name.")
public record PostNeed(
        @NotNull @Schema(description = "Code of the recipient", examples = "R-0000-0000") String recipient,
        @Text(max = 200) @Schema(description = "For how many people of which kind; never a name", examples = "11 adult men")
                String forWhom,
        @SensibleDate @Schema(description = "The day by which it is wanted; absent: any", examples = "2026-12-10")
                LocalDate wantedBy,
        @NotNull @Size(min = 1, max = Need.MOST_LINES) @Schema(description = "What is asked for, 1 to 50 lines")
                List<@NotNull @Valid Line> lines,
        @Schema(description = "How urgent it is; absent: normal") Urgency urgency,
        @Schema(description = "Code of the open programme that it is charged to; absent: none", examples = "PR-0000-0000")
                String programme,
        @Schema(description = "Code of the open drive that gathers for it; absent: none", examples = "V-0000-0000")
                String drive,
        @Size(max = PeopleOf.MOST) @Schema(description = "For how many people of which sex and age; absent: not told")
                List<@NotNull @Valid PeopleOf> people,
        @SensibleDate
                @Schema(
                        description = "The last day on which it is asked for; then it expires unless somebody says that it is"
                                + " still needed. Absent: never by itself",
                        examples = "2026-12-31")
                LocalDate expiresOn,
        @Schema(description = "Whether what it misses stands on wish lists; absent: if a drive gathers for it", examples = "true")
                Boolean onWishLists) {

    /** A need that is not urgent, charged to nothing and of no drive. */
    public PostNeed(String recipient, String forWhom, LocalDate wantedBy, List<Line> lines) {
        this(recipient, forWhom, wantedBy, lines, null, null, null, null, null, null);
    }

    /** One thing that is asked for. */
    @Schema(name = "PostNeedLine", description = "One thing that is asked for: an item or a category")
    public record Line(
            @Schema(description = "Code of the item; absent when a category is asked for", examples = "warm-jumpers-man")
                    String item,
            @Schema(description = "Code of the category; absent when an item is asked for", examples = "tops")
                    String category,
            @Schema(description = "Who it must fit; absent: whoever the item is for") Wearer fits,
            @Size(max = 60) @Schema(description = "The sizes that will do; absent or empty: any", examples = "[\"L\", \"XL\"]")
                    List<@NotNull String> sizes,
            @NotNull @Quantity @Schema(description = "How many, in the item's unit", examples = "11") Long quantity,
            @Size(max = NeedLine.MOST_SUBSTITUTES)
                    @Schema(
                            description = "Codes of items that will do in its place, one for one; only with an item, and never"
                                    + " the item itself",
                            examples = "[\"jumpers-man\"]")
                    List<@NotNull String> substitutes) {

        /** A line for which nothing else will do. */
        public Line(String item, String category, Wearer fits, List<String> sizes, Long quantity) {
            this(item, category, fits, sizes, quantity, null);
        }
    }
}
