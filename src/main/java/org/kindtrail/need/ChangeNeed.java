package org.kindtrail.need;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Tells an open need anew. What stands here replaces what stood there; lines that are not named stay as they are. */
@Schema(
        description = "Tells an open need anew: what stands here replaces what stood there, and what is left out is empty from"
                + " then on. Lines that are not named stay as they are")
public record ChangeNeed(
        @Schema(description = "The version that the change was made on") int version,
        @Text(max = 200) @Schema(description = "For how many people of which kind; never a name", examples = "9 adult men")
                String forWhom,
        @SensibleDate @Schema(description = "The day by which it is wanted; absent: any", examples = "2026-12-10")
                LocalDate wantedBy,
        @Schema(description = "How urgent it is; absent: normal") Urgency urgency,
        @Schema(
                        description = "Code of the programme that it is charged to; absent: none. It stays as long as goods kept"
                                + " for it are promised here",
                        examples = "PR-0000-0000")
                String programme,
        @Schema(description = "Code of the drive that gathers for it; absent: none", examples = "V-0000-0000") String drive,
        @Size(max = PeopleOf.MOST) @Schema(description = "For how many people of which sex and age; absent: not told")
                List<@NotNull @Valid PeopleOf> people,
        @SensibleDate @Schema(description = "The last day on which it is asked for; absent: never by itself", examples = "2026-12-31")
                LocalDate expiresOn,
        @Schema(description = "Whether what it misses stands on wish lists; absent: if a drive gathers for it", examples = "true")
                Boolean onWishLists,
        @Size(max = Need.MOST_LINES) @Schema(description = "Lines that ask for something else; absent: none")
                List<@NotNull @Valid Line> lines,
        @Size(max = Need.MOST_LINES) @Schema(description = "Lines that are asked for besides; absent: none")
                List<PostNeed.@NotNull @Valid Line> added) {

    /** A line that is asked for otherwise. */
    @Schema(name = "ChangeNeedLine", description = "A line that is asked for otherwise")
    public record Line(
            @NotNull @Schema(description = "Its number in the need, from 1", examples = "1") Integer line,
            @NotNull
                    @Quantity
                    @Schema(
                            description = "How many are asked for in all; not fewer than are promised, on the way and arrived",
                            examples = "9")
                    Long quantity,
            @Size(max = 60)
                    @Schema(
                            description = "The sizes that will do; empty: any; absent: as they are. Only while nothing is"
                                    + " promised, on the way or arrived",
                            examples = "[\"L\", \"XL\"]")
                    List<@NotNull String> sizes,
            @Size(max = NeedLine.MOST_SUBSTITUTES)
                    @Schema(
                            description = "Codes of items that will do in its place; absent: as they are. Only while nothing is"
                                    + " promised, on the way or arrived",
                            examples = "[\"jumpers-man\"]")
                    List<@NotNull String> substitutes) {}
}
