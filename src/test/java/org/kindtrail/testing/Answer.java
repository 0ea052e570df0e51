package org.kindtrail.testing;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What the house answered to a {@link Wire}. */
public final class Answer {
    private final HttpResponse<byte[]> response;
    private String text;

    Answer(HttpResponse<byte[]> response) {
        this.response = response;
    }

    public int statusCode() {
        return response.statusCode();
    }

    /** The first of that name; null when there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    public HttpHeaders headers() {
        return response.headers();
    }

    /** All headers, a line each, as they came. */
    public String head() {
        StringBuilder head = new StringBuilder();
        for (Map.Entry<String, List<String>> each : response.headers().map().entrySet()) {
            each.getValue().forEach(value -> head.append(each.getKey()).append('=').append(value).append('\n'));
        }
        return head.toString();
    }

    public String contentType() {
        String type = header("Content-Type");
        return type == null ? "" : type;
    }

    /** How the cookie is set, attributes included; empty when it is not. */
    public String setCookie(String name) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith(name + "="))
                .findFirst()
                .orElse("");
    }

    /** Of JSON. */
    public InJson json() {
        return InJson.of(asString());
    }

    public byte[] asByteArray() {
        return response.body();
    }

    public String asString() {
        if (text == null) {
            text = new String(response.body(), StandardCharsets.UTF_8);
        }
        return text;
    }
}
