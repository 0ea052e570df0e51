package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
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

    Response csv(Kind kind) {
        List<String> head = head(kind);
        List<String> line = line(kind);
        return of(kind, CSV, ".csv", out -> {
            // Spreadsheet programs take a CSV file for UTF-8 by this mark alone.
            out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            CsvFile file = new CsvFile(out);
            file.head(head);
            file.row(line);
            file.end();
        });
    }

    Response xlsx(Kind kind) {
        List<String> head = head(kind);
        List<String> line = line(kind);
        return of(kind, XLSX, ".xlsx", out -> {
            XlsxFile file = new XlsxFile(out, kind.word());
            file.head(head);
            file.row(line);
            file.end();
        });
    }

    private Response of(Kind kind, String type, String end, StreamingOutput content) {
        return files.of(type, "attachment; filename=\"kindtrail-" + kind.word() + end + "\"", () -> content);
    }

    private List<String> head(Kind kind) {
        return imports.fields(kind).stream().map(field -> frame.say(field.wordsKey(), Map.of())).toList();
    }

    private List<String> line(Kind kind) {
        Map<String, String> example = imports.example(kind);
        return imports.fields(kind).stream().map(field -> example.getOrDefault(field.key(), "")).toList();
    }
}
