package org.kindtrail.kernel;

import java.util.Map;

/** A code or link that somebody without a sign-in shows opens nothing; what kind of code says whoever extends it. */
public abstract class OpensNothing extends DomainException {
    protected OpensNothing(String key) {
        super(key, Map.of());
    }

    @Override
    public final int status() {
        return 404;
    }

    @Override
    public final String type() {
        return "not-found";
    }
}
