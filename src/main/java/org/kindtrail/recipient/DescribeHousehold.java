package org.kindtrail.recipient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tells anew who is in a household: all of them, by age, sex and sizes. */
@Schema(description = "Tells anew who is in a household: all of them, by age, sex and sizes; never by name")
public record DescribeHousehold(
        @Schema(description = "The version that the change was made on") int version,
        @NotNull @Size(max = DescribeHousehold.MOST) @Schema(description = "All of them, at most 30; empty: nothing is kept")
                List<@NotNull @Valid MemberOf> members) {
    static final int MOST = 30;
}
