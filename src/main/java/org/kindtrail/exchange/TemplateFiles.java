package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.web.CsvFile;
import org.kindtrail.web.FileAnswer;
import org.kindtrail.web.Frame;
import org.kindtrail.web.XlsxFile;

/** Templates to fill in: our columns in the reader's words, and one example line. */
@ApplicationScoped
class TemplateFiles {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportService imports;
    private final FileAnswer files;
    private final Frame frame;

    TemplateFiles(ImportService imports, FileAnswer files, Frame frame) {
        this.imports = imports;
        this.files = files;
        this.frame = frame;
    }

    /** @param format {@code csv}, also when nothing is said, or {@code xlsx} */
    Response of(Kind kind, String format) {
        boolean csv = format == null || format.isEmpty() || format.equals("csv");
        if (!csv && !format.equals("xlsx")) {
            throw new Unreadable("format", "error_format", Map.of("given", RowFault.shortened(format)));
        }
        List<Field> fields = imports.fields(kind);
        List<String> head = fields.stream().map(field -> frame.say(field.wordsKey(), Map.of())).toList();
        Map<String, String> example = imports.example(kind);
        List<String> line = fields.stream().map(field -> example.getOrDefault(field.key(), "")).toList();
        String name = "attachment; filename=\"kindtrail-" + kind.word() + (csv ? ".csv\"" : ".xlsx\"");
        return files.of(csv ? CSV : XLSX, name, () -> out -> {
            if (csv) {
                // Spreadsheet programs take a CSV file for UTF-8 by this mark alone.
                out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
                CsvFile file = new CsvFile(out);
                file.head(head);
                file.row(line);
                file.end();
            } else {
                XlsxFile file = new XlsxFile(out, kind.word());
                file.head(head);
                file.row(line);
                file.end();
            }
        });
    }
}
