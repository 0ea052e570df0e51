package org.kindtrail.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
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
    private final FileTurn turn;
    private final Visitor visitor;

    Listings(Frame frame, FileTurn turn, Visitor visitor) {
        this.frame = frame;
        this.turn = turn;
        this.visitor = visitor;
    }

    /** @param format null or empty for the page, {@code csv} or {@code xlsx} for a file */
    public <T> Response answer(Listing<T> listing, String after, String format) {
        if (format == null || format.isEmpty()) {
            return Response.ok(ListPage.list(listing.view(after)), "text/html;charset=UTF-8").build();
        }
        if (!TYPES.containsKey(format)) {
            throw new Unreadable("format", "error_format", Map.of("given", format));
        }
        turn.take(frame.getAsker());
        String name = listing.path().replaceAll("^/|\\?.*$", "").replace('/', '-');
        return Response.ok(file(listing, format), TYPES.get(format))
                .header("Content-Disposition", "attachment; filename=\"" + name + "." + format + "\"")
                .build();
    }

    /** The first rows are read at once: what is wrong with the list itself is answered like everywhere. */
    private <T> StreamingOutput file(Listing<T> listing, String format) {
        Rows<T> rows = Rows.of(listing);
        List<String> head = listing.columns().stream()
                .map(column -> frame.say(column.wordsKey(), Map.of()))
                .toList();
        List<List<Object>> first = first(rows);
        return (OutputStream out) -> {
            try {
                ListFile.write(ListFile.of(format, out), head, first, rows);
                turn.giveBack();
            } catch (IOException | RuntimeException broken) {
                // Before whoever waits learns of it, so that the next file is not refused for the sake of this one
                turn.giveBack();
                visitor.hangUp();
                throw broken;
            }
        };
    }

    private List<List<Object>> first(Rows<?> rows) {
        try {
            return rows.next();
        } catch (RuntimeException failed) {
            turn.giveBack();
            throw failed;
        }
    }
}
