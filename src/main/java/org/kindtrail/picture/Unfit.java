package org.kindtrail.picture;

import java.util.Map;

/** What came cannot be taken as a photograph; the words say why and what to do. */
final class Unfit extends RuntimeException {
    private final String key;
    private final transient Map<String, Object> facts;

    Unfit(String key) {
        this(key, Map.of());
    }

    Unfit(String key, Map<String, Object> facts) {
        super(key, null, false, false);
        this.key = key;
        this.facts = facts;
    }

    static Unfit truncated() {
        return new Unfit("error_picture_truncated");
    }

    static Unfit damaged() {
        return new Unfit("error_picture_damaged");
    }

    String key() {
        return key;
    }

    Map<String, Object> facts() {
        return facts;
    }
}
