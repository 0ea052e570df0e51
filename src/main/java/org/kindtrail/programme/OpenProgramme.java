package org.kindtrail.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Opens a programme, or tells it anew. */
@Schema(description = "Opens a programme, or tells it anew; lists that are left out are empty")
public record OpenProgramme(
        @Text(max = 160) @Schema(description = "Its name", examples = "Warm winter 2026") String name,
        @Text(max = 160) @Schema(description = "Who pays for it, as its reports name them", examples = "Winter Relief Fund")
                String funder,
        @Text(max = 2000, required = false) @Schema(description = "What it does; name nobody who is served") String about,
        @NotNull @SensibleDate @Schema(description = "First day", examples = "2026-11-01") LocalDate startsOn,
        @NotNull @Schema(description = "Last day, not before the first and at most ten years after it", examples = "2027-03-31")
                LocalDate endsOn,
        @NotNull @Schema(description = "ISO 4217 code of the currency of its budget", examples = "KZT") String currency,
        @Size(max = MOST_PARTNERS) @Schema(description = "Organisations that work in it") List<@NotNull @Valid Partner> partners,
        @Size(max = MOST_LINES) @Schema(description = "What may be spent on what") List<@NotNull @Valid Line> budget,
        @Size(max = MOST_TARGETS) @Schema(description = "What it is to reach") List<@NotNull @Valid Target> targets) {
    static final int MOST_PARTNERS = 30;
    static final int MOST_LINES = 50;
    static final int MOST_TARGETS = 30;

    /** An organisation that works in it. */
    @Schema(name = "ProgrammePartner", description = "An organisation that works in the programme")
    public record Partner(
            @Text(max = 160) @Schema(description = "Its name", examples = "Red Crescent") String name,
            @NotNull @Schema(description = "What it does in the programme", examples = "implementer") PartnerRole role,
            @Size(max = 20) @Schema(description = "Its code, if it is an organisation of this installation; left out: it is not")
                    String organisation) {}

    /** What may be spent on something. */
    @Schema(name = "BudgetLine", description = "What may be spent on something")
    public record Line(
            @Min(1) @Max(1_000_000)
                    @Schema(description = "The number of a line that is there already and stays; left out: a new line", examples = "1")
                    Long line,
            @Text(max = 160) @Schema(description = "What for", examples = "Warm clothes") String name,
            @NotNull @Size(max = 40) @Schema(description = "How much, in the programme's currency", examples = "250000.00") String amount) {}

    /** What is to be reached. */
    @Schema(name = "ProgrammeTarget", description = "What is to be reached")
    public record Target(
            @NotNull @Schema(description = "What is counted", examples = "items_distributed") TargetKind kind,
            @Size(max = 40) @Schema(description = "Of items distributed: code of the category that is counted; left out: all", examples = "tops")
                    String category,
            @NotNull @Quantity @Schema(description = "How many", examples = "500") Long number,
            @Schema(description = "By the end of which day; left out: the programme's last", examples = "2027-03-31") LocalDate by) {}
}
