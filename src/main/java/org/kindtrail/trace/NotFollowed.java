package org.kindtrail.trace;

import org.kindtrail.kernel.OpensNothing;

/** A tracking code opens nothing: it is mistyped, or there is none like it, or it was taken back. */
public final class NotFollowed extends OpensNothing {
    private NotFollowed(String key) {
        super(key);
    }

    /** Its check character says that a letter is wrong. It is no guess. */
    static NotFollowed mistyped() {
        return new NotFollowed("error_trace_mistyped");
    }

    /** It could be one, and is none, or none any more; which of the two is not told. */
    static NotFollowed unknown() {
        return new NotFollowed("error_trace_unknown");
    }
}
