package org.kindtrail.fund;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Opens a fund, or tells it anew. */
@Schema(description = "Opens a fund, or tells it anew")
public record OpenFund(
        @Text(max = 160) @Schema(description = "Its name", examples = "Beds for the shelter") String name,
        @Text(max = 500)
                @Schema(
                        description = "What its money is for, told in public; name nobody who is to receive",
                        examples = "Chair-beds and bed linen for families who had to leave home")
                String purpose,
        @Size(max = 20)
                @Schema(
                        description = "Code of an open programme for which all its money is; left out: for its purpose alone",
                        examples = "PR-0000-0000")
                String programme) {
    @JsonCreator
    public OpenFund {}

    /** Of no programme. */
    public OpenFund(String name, String purpose) {
        this(name, purpose, null);
    }
}
