package org.kindtrail.fund;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.stock.Reason;

/** A fund's statement of a period. */
@Schema(description = "What a fund held, took in and gave out in a period, by currency; it adds up to the minor unit")
public record StatementView(
        @Schema(description = "Code of the fund", examples = "FN-0000-0000") String fund,
        @Schema(description = "Its name") String fundName,
        @Schema(description = "First day, in the organisation's time zone") LocalDate from,
        @Schema(description = "Last day") LocalDate to,
        @Schema(description = "One for each currency that it held or moved up to the last day") List<StatementTotal> totals,
        @Schema(description = "By currency, then by time") List<StatementLine> lines,
        @Schema(nullable = true, description = "What to pass as after for the next lines; null when these are the last")
                String next) {

    /** What a fund held at both ends of the period, and what moved between. */
    @Schema(name = "StatementTotal", description = "opening + in - out = closing")
    public record StatementTotal(
            @Schema(description = "ISO 4217 code", examples = "KZT") String currency,
            @Schema(description = "Held before the first day", examples = "0.00") String opening,
            @Schema(description = "Came in", examples = "5000.00") String in,
            @Schema(description = "Went out", examples = "1200.00") String out,
            @Schema(description = "Held after the last day", examples = "3800.00") String closing) {}

    /** What one document moved for one reason. */
    @Schema(name = "StatementLine", description = "What one document moved for one reason")
    public record StatementLine(
            @Schema(description = "ISO 4217 code", examples = "KZT") String currency,
            @Schema(description = "When it happened; of a reversal, when it was taken back") Instant at,
            @Schema(description = "Code of the document", examples = "PC-0000-0000") String document,
            @Schema(description = "Why money moved") Reason reason,
            @Schema(nullable = true, description = "The supplier, what was paid for, the other fund, or the drive; null when nothing is known")
                    String about,
            @Schema(description = "Came in", examples = "0.00") String in,
            @Schema(description = "Went out", examples = "1200.00") String out,
            @Schema(description = "Held after it", examples = "3800.00") String balance) {
        /** Where the document can be read. */
        public String href() {
            return "/l/" + document;
        }

        public boolean takesIn() {
            return isSome(in);
        }

        public boolean givesOut() {
            return isSome(out);
        }

        private static boolean isSome(String amount) {
            return new BigDecimal(amount).signum() != 0;
        }

        /** The words for what it was. */
        public String wordsKey() {
            return "fund_line_" + reason.word();
        }
    }
}
