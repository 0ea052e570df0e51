package org.kindtrail.kernel;

import java.util.Map;

/** Somebody is signed in whose role does not include this. */
public final class Forbidden extends DomainException {
    public Forbidden(String key) {
        super(key, Map.of());
    }

    @Override
    public int status() {
        return 403;
    }

    @Override
    public String type() {
        return "forbidden";
    }
}
