package org.kindtrail.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Unreadable;

/** Answers with a list in the form that was asked for: a page, or a file of all its rows with the same filters. */
@ApplicationScoped
public class Listings {
    /** What a spreadsheet program can open at all (rows of one XLSX sheet, less the head). */
    private static final int MOST_ROWS = 1_048_575;

    private final Frame frame;

    Listings(Frame frame) {
        this.frame = frame;
    }

    /** @param format null or empty for the page, {@code csv} or {@code xlsx} for a file */
    public <T> Response answer(Listing<T> listing, String after, String format) {
        if (format == null || format.isEmpty()) {
            return Response.ok(ListPage.list(listing.view(after)), "text/html;charset=UTF-8").build();
        }
        String name = listing.path().replaceAll("^/|\\?.*$", "").replace('/', '-');
        return switch (format) {
            case "csv" -> file(name + ".csv", "text/csv;charset=UTF-8", csv(listing));
            case "xlsx" -> file(
                    name + ".xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    xlsx(listing));
            default -> throw new Unreadable("format", "error_format", Map.of("given", format));
        };
    }

    private static Response file(String name, String type, byte[] content) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private <T> byte[] csv(Listing<T> listing) {
        var out = new java.io.ByteArrayOutputStream();
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(heads(listing));
            everyRow(listing, cells -> csv.writeRecord(
                    cells.stream().map(cell -> plain(cell.value())).toList()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private <T> byte[] xlsx(Listing<T> listing) {
        var out = new java.io.ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Kindtrail", "1.0")) {
            Worksheet sheet = book.newWorksheet("list");
            List<String> heads = heads(listing);
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
            }
            int[] row = {1};
            everyRow(listing, cells -> {
                for (int column = 0; column < cells.size(); column++) {
                    Object value = cells.get(column).value();
                    if (value instanceof Number number) {
                        sheet.value(row[0], column, number);
                    } else {
                        sheet.value(row[0], column, plain(value));
                    }
                }
                row[0]++;
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private <T> List<String> heads(Listing<T> listing) {
        List<String> heads = new ArrayList<>();
        listing.columns().forEach(column -> heads.add(frame.say(column.wordsKey(), Map.of())));
        return heads;
    }

    private interface EachRow {
        void write(List<Listing.Cell> cells);
    }

    private static <T> void everyRow(Listing<T> listing, EachRow each) {
        String after = null;
        int rows = 0;
        do {
            Page<T> page = listing.source().read(after, Page.MOST);
            for (T row : page.rows()) {
                each.write(listing.columns().stream()
                        .map(column -> column.cell().apply(row))
                        .toList());
            }
            rows += page.rows().size();
            after = page.next();
        } while (after != null && rows < MOST_ROWS);
    }

    /** The value as files have it: ISO dates in UTC, plain digits, and no text that a spreadsheet would run as a formula. */
    private static String plain(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number || value instanceof LocalDate) {
            return value.toString();
        }
        if (value instanceof Instant moment) {
            return moment.atOffset(ZoneOffset.UTC).withNano(0).toString();
        }
        String text = value.toString();
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
