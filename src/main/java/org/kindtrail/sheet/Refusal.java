package org.kindtrail.sheet;

import java.util.Map;
import org.kindtrail.kernel.Invalid;

/** Why a file cannot be read: always a fault of the field {@code file}. */
final class Refusal {
    static final String FIELD = "file";

    private Refusal() {}

    static Invalid of(String key) {
        return Invalid.field(FIELD, key);
    }

    static Invalid of(String key, Map<String, Object> facts) {
        return Invalid.field(FIELD, key, facts);
    }
}
