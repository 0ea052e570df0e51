package org.kindtrail.fund;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Records what was bought, and which funds paid it. */
@Schema(description = "Records what was bought, and which funds paid it; the draws add up to what the lines cost")
public record RecordPurchase(
        @Text(max = 160) @Schema(description = "Who sold it: a shop or a company", examples = "Furniture market") String supplier,
        @Text(max = 80, required = false) @Schema(description = "What stands on the receipt", examples = "A-1042") String receiptNumber,
        @NotNull @Schema(description = "ISO 4217 code of the currency of the prices", examples = "KZT") String currency,
        @NotNull @Schema(description = "Code of the open site or shelf where the goods are put", examples = "P-0000-0000")
                String place,
        @SensibleDate(future = false) @Schema(description = "When it was; left out: now") Instant occurredAt,
        @Text(max = 500, required = false) @Schema(description = "Anything worth knowing about it") String remark,
        @NotNull @Size(min = 1, max = 50) @Schema(description = "What was bought") List<@NotNull @Valid Line> lines,
        @NotNull @Size(min = 1, max = 10) @Schema(description = "Which funds paid it") List<@NotNull @Valid Draw> draws,
        @Size(max = 20)
                @Schema(
                        description = "Code of the open programme that it is charged to: the goods are kept for it; left out: that of "
                                + "the funds, if they have one",
                        examples = "PR-0000-0000")
                String programme,
        @Min(1) @Max(1_000_000) @Schema(description = "Number of a budget line of that programme; left out: none", examples = "1")
                Long budgetLine) {
    @JsonCreator
    public RecordPurchase {}

    /** Charged to the programme of the funds, if they have one. */
    public RecordPurchase(
            String supplier,
            String receiptNumber,
            String currency,
            String place,
            Instant occurredAt,
            String remark,
            List<Line> lines,
            List<Draw> draws) {
        this(supplier, receiptNumber, currency, place, occurredAt, remark, lines, draws, null, null);
    }

    /** So many of one thing, and what all of them cost. */
    @Schema(name = "BoughtLine", description = "So many of one item, and what all of them cost")
    public record Line(
            @NotNull @Schema(description = "Code of the item", examples = "chair-bed") String item,
            @Size(max = 20) @Schema(description = "One of the item's sizes; left out when not told apart", examples = "L")
                    String size,
            @Schema(description = "Who it fits; left out: whoever the item is for") Wearer fits,
            @Schema(description = "new (when left out), good or worn", examples = "new") Grade grade,
            @NotNull @Quantity @Schema(description = "In the item's unit", examples = "4") Long quantity,
            @NotNull @Schema(description = "What all of them cost, in the purchase's currency", examples = "48000.00") String price,
            @Schema(description = "The last day of use, of an item that grows old; left out when nobody knows", examples = "2027-05-31")
                    LocalDate expiresOn) {
        @JsonCreator
        public Line {}

        /** Of which no last day of use is known. */
        public Line(String item, String size, Wearer fits, Grade grade, Long quantity, String price) {
            this(item, size, fits, grade, quantity, price, null);
        }
    }

    /** What one fund paid of it. */
    @Schema(
            name = "PurchaseDraw",
            description = "What one fund paid. Of another currency than the purchase's, it needs a rate, what it counts for, or both")
    public record Draw(
            @NotNull @Schema(description = "Code of an open fund", examples = "FN-0000-0000") String fund,
            @Schema(description = "What was taken out of it; left out of the only draw in the purchase's currency: all of it", examples = "48000.00")
                    String amount,
            @Schema(description = "ISO 4217 code of what was taken out; left out: the purchase's", examples = "KZT")
                    String currency,
            @Schema(description = "What that was in the purchase's currency; left out: what the rate makes of it", examples = "45025.00")
                    String countsFor,
            @Schema(
                            description = "How much of the purchase's currency one unit of the fund's is: 450.25 when a dollar is 450.25 tenge; "
                                    + "left out in the purchase's own currency",
                            examples = "450.25")
                    String rate) {}
}
