package org.kindtrail.kernel;

import java.util.List;
import java.util.Map;

/** What was sent cannot be read: not JSON, a text where a number belongs, a query parameter that makes no sense. */
public final class Unreadable extends DomainException {
    private final transient List<FieldError> fields;

    public Unreadable(String path, String key, Map<String, Object> facts) {
        super("error_unreadable", facts);
        this.fields = List.of(new FieldError(path, key, facts));
    }

    @Override
    public int status() {
        return 400;
    }

    @Override
    public String type() {
        return "unreadable";
    }

    @Override
    public List<FieldError> fields() {
        return fields;
    }
}
