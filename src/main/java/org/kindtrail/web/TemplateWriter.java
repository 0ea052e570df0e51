package org.kindtrail.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes a page in the reader's language. Goes when quarkus-rest-qute resolves with the rest (docs/adr/0002). */
@Provider
public class TemplateWriter implements MessageBodyWriter<TemplateInstance> {
    private final Frame frame;

    TemplateWriter(Frame frame) {
        this.frame = frame;
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
        String html = page.setLocale(frame.getLocale()).render();
        headers.putSingle("Content-Language", frame.getLocale().toLanguageTag());
        headers.putSingle("Content-Type", "text/html;charset=UTF-8");
        out.write(html.getBytes(StandardCharsets.UTF_8));
    }
}
