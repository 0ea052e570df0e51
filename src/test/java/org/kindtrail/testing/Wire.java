package org.kindtrail.testing;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sends a request as it is, follows nothing, keeps nothing. REST Assured reads better; this costs a third of it, for tests that
 * knock at every door.
 */
public final class Wire {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final HttpRequest.Builder request;
    private final String path;

    private Wire(String path) {
        this.path = path;
        this.request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + allowed(path)));
    }

    /** @param path with its query, encoded; what an address cannot hold is encoded on the way */
    public static Wire to(String path) {
        return new Wire(path);
    }

    private static String allowed(String path) {
        StringBuilder allowed = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 255);
            boolean stays = c > 32 && c < 127 && "\"<>\\^`{|}".indexOf(c) < 0;
            allowed.append(stays ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return allowed.toString();
    }

    public Wire header(String name, String value) {
        request.setHeader(name, value);
        return this;
    }

    public Wire cookies(Map<String, String> cookies) {
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; ")));
        }
        return this;
    }

    /** As a program of the bearer of the token; null: of nobody. */
    public Wire token(String token) {
        return token == null ? this : header("Authorization", "Bearer " + token);
    }

    public Answer get() {
        return send("GET", null);
    }

    /** @param body null: none */
    public Answer send(String method, byte[] body) {
        request.method(
                method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
