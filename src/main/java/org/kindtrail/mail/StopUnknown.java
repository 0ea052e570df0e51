package org.kindtrail.mail;

import java.util.Map;
import org.kindtrail.kernel.DomainException;

/** A stop link that stops nothing: it is broken, or the address that it was sent to is not kept any more. */
public final class StopUnknown extends DomainException {
    StopUnknown() {
        super("error_mail_stop_unknown", Map.of());
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
