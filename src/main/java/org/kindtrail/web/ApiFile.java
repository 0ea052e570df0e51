package org.kindtrail.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;

/**
 * The description of the API as it stands in openapi.yaml, for programs. The framework would make it anew at each start, which took a
 * fifth of the start, and keep it in memory twice; it does so in tests alone, which hold the two equal.
 */
@ApplicationScoped
class ApiFile {
    private static final String FILE = "/openapi/openapi.yaml";

    private final ObjectMapper json;
    /** Turning it over takes longer than most requests, and everybody may ask; so it is done once, and again only when memory was short. */
    private SoftReference<byte[]> made = new SoftReference<>(null);

    ApiFile(ObjectMapper json) {
        this.json = json;
    }

    void listen(@Observes Router router) {
        router.get("/q/openapi").blockingHandler(this::answer, false);
        router.head("/q/openapi").blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext context) {
        String format = context.request().getParam("format");
        String accepted = context.request().getHeader("Accept");
        boolean asJson = format == null
                ? accepted != null && accepted.contains("application/json") && !accepted.contains("yaml")
                : "json".equalsIgnoreCase(format);
        context.response().putHeader("Content-Type", asJson ? "application/json" : "application/yaml;charset=UTF-8");
        context.end(Buffer.buffer(asJson ? inJson() : file()));
    }

    private synchronized byte[] inJson() {
        byte[] there = made.get();
        if (there != null) {
            return there;
        }
        try {
            byte[] now = json.writeValueAsBytes(new YAMLMapper().readTree(file()));
            made = new SoftReference<>(now);
            return now;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] file() {
        try (InputStream in = ApiFile.class.getResourceAsStream(FILE)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
