package org.kindtrail.account;

import java.util.Map;
import org.kindtrail.kernel.DomainException;

/** Somebody is signed in whose role needs a second factor that they have not set up yet: only that can be done. */
final class SecondFactorNeeded extends DomainException {
    SecondFactorNeeded() {
        super("error_second_factor_needed", Map.of());
    }

    @Override
    public int status() {
        return 403;
    }

    @Override
    public String type() {
        return "second-factor-needed";
    }
}
