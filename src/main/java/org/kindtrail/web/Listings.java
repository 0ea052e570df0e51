package org.kindtrail.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.Unreadable;

/**
 * Answers with a list in the form that was asked for: a page, or a file of all its rows with the same filters. A file goes out
 * while it is read; when that fails half-way the connection is broken off, so that nobody takes a part for the whole.
 */
@ApplicationScoped
public class Listings {
    private static final Map<String, String> TYPES = Map.of(
            "csv", "text/csv;charset=UTF-8",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Frame frame;
    private final FileAnswer files;

    Listings(Frame frame, FileAnswer files) {
        this.frame = frame;
        this.files = files;
    }

    /** @param format null or empty for the page, {@code csv} or {@code xlsx} for a file */
    public <T> Response answer(Listing<T> listing, String after, String format) {
        if (format == null || format.isEmpty()) {
            return Response.ok(ListPage.list(listing.view(after)), "text/html;charset=UTF-8").build();
        }
        if (!TYPES.containsKey(format)) {
            throw new Unreadable("format", "error_format", Map.of("given", format));
        }
        String name = listing.path().replaceAll("^/|\\?.*$", "").replace('/', '-');
        return files.of(
                TYPES.get(format), "attachment; filename=\"" + name + "." + format + "\"", () -> file(listing, format));
    }

    /** The first rows are read at once: what is wrong with the list itself is answered like everywhere. */
    private <T> StreamingOutput file(Listing<T> listing, String format) {
        Rows<T> rows = Rows.of(listing);
        List<String> head = listing.columns().stream()
                .map(column -> frame.say(column.wordsKey(), Map.of()))
                .toList();
        List<List<Object>> first = rows.next();
        return out -> ListFile.write(ListFile.of(format, out), head, first, rows);
    }
}
