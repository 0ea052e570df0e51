package org.kindtrail.exchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.sheet.Encoding;
import org.kindtrail.sheet.Format;
import org.kindtrail.sheet.Separator;

/** An import as both doors show one. */
@Schema(name = "Import", description = "A spreadsheet that is brought in")
public record ImportView(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "MX-0000-0000") String code,
        @Schema(description = "What its rows are", examples = "stock") Kind kind,
        @Schema(description = "How far it is", examples = "checked") ImportState state,
        @Schema(nullable = true, description = "The name of the file; null when none was told, and when the file is gone", examples = "stock.csv") String fileName,
        @Schema(description = "What the file was taken for", examples = "csv") Format format,
        @Schema(nullable = true, description = "How the letters of a CSV file are written", examples = "utf_8") Encoding encoding,
        @Schema(nullable = true, description = "What stands between its cells", examples = "semicolon") Separator separator,
        @Schema(nullable = true, description = "The sheet of a workbook that is read", examples = "Sheet1") String sheet,
        @Schema(description = "All sheets of a workbook") List<String> sheets,
        @Schema(description = "The file's columns, in their order", examples = "[\"Item\", \"Quantity\"]") List<String> columns,
        @Schema(description = "By the key of ours, the name of the file's column", examples = "{\"item\": \"Item\"}") Map<String, String> matched,
        @Schema(description = "By the key of ours, what is the same for all rows", examples = "{\"place\": \"P-0000-0000\"}") Map<String, String> same,
        @Schema(nullable = true, description = "The export of another program that it is read as; null: a file of one's own", examples = "boxtribute.boxes")
                String source,
        @Schema(description = "What it looks like by its columns, the likeliest first") List<SourceView> sources,
        @Schema(description = "Keys of required columns that are still to be matched") List<String> missing,
        @Schema(description = "How many rows stand under the header", examples = "120") int rowCount,
        @Schema(description = "The number of the last row that was checked", examples = "121") int checkedTo,
        @Schema(description = "The number of the file's last row", examples = "121") int lastRow,
        @Schema(description = "Rows that can be taken, and are not yet", examples = "118") int good,
        @Schema(description = "Rows that cannot be taken as they stand", examples = "2") int wrong,
        @Schema(description = "Rows that were taken before, with this file or another", examples = "0") int known,
        @Schema(description = "Rows that were taken", examples = "0") int taken,
        @Schema(nullable = true, description = "Why the last act could not be done, in words") String problem,
        @Schema(nullable = true, description = "Why it was reversed") String why,
        @Schema(description = "When the file came") Instant createdAt,
        @Schema(nullable = true, description = "When all of it was taken, or reversed") Instant endedAt,
        @Schema(nullable = true, description = "When the file and its rows were deleted; what it made stays") Instant clearedAt) {
    /** What it is read as; null: a file of one's own. */
    @Schema(hidden = true)
    @JsonIgnore
    public SourceView readAs() {
        return sources.stream().filter(each -> each.key().equals(source)).findFirst().orElse(null);
    }

    /** How much of it is done, in hundredths. */
    @Schema(hidden = true)
    @JsonIgnore
    public int percent() {
        if (state == ImportState.CHECKING) {
            return lastRow == 0 ? 0 : (int) (100L * checkedTo / lastRow);
        }
        int all = good + taken;
        return all == 0 ? 0 : (int) (100L * taken / all);
    }
}
