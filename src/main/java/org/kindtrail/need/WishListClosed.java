package org.kindtrail.need;

import java.util.Map;
import org.kindtrail.kernel.DomainException;

/** The list was there and is closed: nobody reads it any more. */
final class WishListClosed extends DomainException {
    WishListClosed() {
        super("error_wish_list_closed", Map.of());
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
