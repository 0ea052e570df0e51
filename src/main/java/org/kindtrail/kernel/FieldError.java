package org.kindtrail.kernel;

import java.util.Map;

/**
 * What is wrong with one field.
 *
 * @param path where it is, as {@code lines[0].quantity}
 * @param key the words that say what is wrong and what to do
 * @param facts what the words name
 */
public record FieldError(String path, String key, Map<String, Object> facts) {
    public FieldError(String path, String key) {
        this(path, key, Map.of());
    }

    /** The path as a JSON pointer (RFC 6901): {@code /lines/0/quantity}. */
    public String pointer() {
        return path.isEmpty() ? "" : "/" + path.replace("].", "/").replace("]", "").replace('[', '/').replace('.', '/');
    }
}
