package org.kindtrail.programme;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A programme in a list. */
@Schema(description = "A programme in a list")
public record ProgrammeRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "PR-0000-0000") String code,
        @Schema(description = "Its name") String name,
        @Schema(description = "Who pays for it") String funder,
        @Schema(description = "First day") LocalDate startsOn,
        @Schema(description = "Last day") LocalDate endsOn,
        @Schema(description = "ISO 4217 code of the currency of its budget") String currency,
        @Schema(description = "Whether things can be charged to it") boolean open,
        @Schema(description = "Whether it has ended and what was kept for it may go to anything") boolean freesGoods) {
    static ProgrammeRow of(Programme programme) {
        return new ProgrammeRow(
                programme.getId(),
                programme.getCode(),
                programme.getName(),
                programme.getFunder(),
                programme.getStartsOn(),
                programme.getEndsOn(),
                programme.getCurrency(),
                programme.isOpen(),
                programme.isFreesGoods());
    }

    /** The key of the words for how it stands. */
    public String stateKey() {
        return open ? "programme_is_open" : freesGoods ? "programme_is_freed" : "programme_is_closed";
    }
}
