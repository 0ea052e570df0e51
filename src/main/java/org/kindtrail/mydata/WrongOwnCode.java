package org.kindtrail.mydata;

import org.kindtrail.kernel.OpensNothing;

/** A code or link that opens nothing. */
public final class WrongOwnCode extends OpensNothing {
    private WrongOwnCode(String key) {
        super(key);
    }

    /** Its check character says that a letter is wrong. It is no guess. */
    static WrongOwnCode mistyped() {
        return new WrongOwnCode("error_mydata_mistyped");
    }

    /** It could be one, and is none, or none any more; which of the two is not told. */
    static WrongOwnCode unknown() {
        return new WrongOwnCode("error_mydata_unknown");
    }

    /** A link that was used, or is too old. */
    static WrongOwnCode used() {
        return new WrongOwnCode("error_mydata_link_used");
    }
}
