package org.kindtrail.mail;

import org.kindtrail.kernel.OpensNothing;

/** A stop link that stops nothing: it is broken, or the address that it was sent to is not kept any more. */
public final class StopUnknown extends OpensNothing {
    StopUnknown() {
        super("error_mail_stop_unknown");
    }
}
