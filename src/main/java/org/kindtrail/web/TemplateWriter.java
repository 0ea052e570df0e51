package org.kindtrail.web;

import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes a page in the reader's language. Goes when quarkus-rest-qute resolves with the rest (docs/adr/0002). */
@Provider
public class TemplateWriter implements MessageBodyWriter<TemplateInstance> {
    private final Frame frame;
    private final Style style;

    TemplateWriter(Frame frame, Style style) {
        this.frame = frame;
        this.style = style;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return TemplateInstance.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            TemplateInstance page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle("Content-Language", frame.getLocale().toLanguageTag());
        headers.putSingle("Content-Type", "text/html;charset=UTF-8");
        written(page.setLocale(frame.getLocale())).writeTo(out);
    }

    /**
     * Part by part: as one text, a page with a word in Cyrillic would be kept in two bytes for each of its letters, the style
     * sheet's among them, and all that be gone through once more.
     */
    private ByteArrayOutputStream written(TemplateInstance page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * 1024);
        String sheet = style.sheet();
        try {
            page.consume(part -> {
                        byte[] some = part == sheet ? style.bytes() : part.getBytes(StandardCharsets.UTF_8);
                        bytes.write(some, 0, some.length);
                    })
                    .toCompletableFuture()
                    .get(page.getTimeout(), TimeUnit.MILLISECONDS);
            return bytes;
        } catch (ExecutionException | TimeoutException failed) {
            throw new TemplateException(failed.getCause() == null ? failed : failed.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new TemplateException(ended);
        }
    }
}
