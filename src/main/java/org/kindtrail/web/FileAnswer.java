package org.kindtrail.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;

/**
 * Answers with a file that goes out while it is made. When that fails half-way the connection is broken off, so that nobody
 * takes a part for the whole. One person gets few such files at the same time.
 */
@ApplicationScoped
public class FileAnswer {
    private final Frame frame;
    private final FileTurn turn;
    private final Visitor visitor;

    FileAnswer(Frame frame, FileTurn turn, Visitor visitor) {
        this.frame = frame;
        this.turn = turn;
        this.visitor = visitor;
    }

    /**
     * @param type the media type
     * @param disposition the header that names the file
     * @param begin called at once, and what it refuses is answered like everywhere; what it returns writes the file later
     * @throws TooManyFiles when as many are under way as may be
     */
    public Response of(String type, String disposition, Supplier<StreamingOutput> begin) {
        turn.take(frame.getAsker());
        return Response.ok(guarded(begun(begin)), type)
                .header("Content-Disposition", disposition)
                .build();
    }

    private StreamingOutput begun(Supplier<StreamingOutput> begin) {
        try {
            return begin.get();
        } catch (RuntimeException failed) {
            turn.giveBack();
            throw failed;
        }
    }

    private StreamingOutput guarded(StreamingOutput content) {
        return (OutputStream out) -> {
            try {
                content.write(out);
                turn.giveBack();
            } catch (IOException | RuntimeException broken) {
                // Before whoever waits learns of it, so that the next file is not refused for the sake of this one
                turn.giveBack();
                visitor.hangUp();
                throw broken;
            }
        };
    }
}
