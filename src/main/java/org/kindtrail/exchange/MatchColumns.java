package org.kindtrail.exchange;

import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.sheet.Encoding;
import org.kindtrail.sheet.Separator;

/** Matches the columns of a file to ours. */
@Schema(description = "Matches the columns of a file to ours, and corrects what the file was taken for")
public record MatchColumns(
        @Size(max = 40)
                @Schema(
                        description = "By the key of ours, the name of the file's column; absent: as guessed, or as matched before",
                        examples = "{\"item\": \"Наименование\", \"quantity\": \"Кол-во\"}")
                Map<String, String> columns,
        @Size(max = 40)
                @Schema(
                        description = "By the key of ours, what is the same for all rows; only where no column is matched",
                        examples = "{\"place\": \"P-0000-0000\"}")
                Map<String, String> same,
        @Size(max = 60)
                @Schema(
                        description = "The export of another program that it is to be read as, or none; absent: as guessed",
                        examples = "boxtribute.boxes")
                String source,
        @Schema(description = "How the letters of a CSV file are written; absent: as guessed", examples = "windows_1251")
                Encoding encoding,
        @Schema(description = "What stands between its cells; absent: as guessed", examples = "semicolon") Separator separator,
        @Size(max = 200) @Schema(description = "The sheet of a workbook; absent: the first", examples = "Sheet1") String sheet) {
    /** A file of one's own. */
    static final String NONE = "none";
}
