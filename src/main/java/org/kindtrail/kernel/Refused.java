package org.kindtrail.kernel;

import java.util.Map;

/** What is asked for conflicts with how things are: the words name what stands in the way. Other rooms' refusals extend it. */
public class Refused extends DomainException {
    public Refused(String key, Map<String, Object> facts) {
        super(key, facts);
    }

    public Refused(String key) {
        this(key, Map.of());
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String type() {
        return "conflict";
    }
}
