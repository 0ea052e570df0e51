package org.kindtrail.trace;

import java.util.Map;
import org.kindtrail.kernel.DomainException;

/** A tracking code opens nothing: it is mistyped, or there is none like it, or it was taken back. */
public final class NotFollowed extends DomainException {
    private NotFollowed(String key) {
        super(key, Map.of());
    }

    /** Its check character says that a letter is wrong. It is no guess. */
    static NotFollowed mistyped() {
        return new NotFollowed("error_trace_mistyped");
    }

    /** It could be one, and is none, or none any more; which of the two is not told. */
    static NotFollowed unknown() {
        return new NotFollowed("error_trace_unknown");
    }

    @Override
    public int status() {
        return 404;
    }

    @Override
    public String type() {
        return "not-found";
    }
}
