package org.kindtrail.round;

import org.kindtrail.kernel.OpensNothing;

/** A calendar address opens nothing: it is mistyped, or was withdrawn, or whose it was may come in no more. Which, is not told. */
public final class FeedUnknown extends OpensNothing {
    FeedUnknown() {
        super("error_round_feed");
    }
}
