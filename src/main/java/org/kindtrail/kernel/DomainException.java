package org.kindtrail.kernel;

import java.util.List;
import java.util.Map;

/**
 * What can be refused. It says which fact stands in the way, as a key into the words that the reader's language has for
 * it, and is turned into an answer in one place ({@code web}).
 */
public abstract class DomainException extends RuntimeException {
    private final String key;
    private final transient Map<String, Object> facts;

    protected DomainException(String key, Map<String, Object> facts) {
        super(key + " " + facts.keySet(), null, false, true);
        this.key = key;
        this.facts = facts;
    }

    /** The HTTP status that fits. */
    public abstract int status();

    /** The last part of the problem's type, a page under {@code /problems/}. */
    public abstract String type();

    public String key() {
        return key;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    /** The fields at fault; empty when the fault is not in what was typed. */
    public List<FieldError> fields() {
        return List.of();
    }
}
