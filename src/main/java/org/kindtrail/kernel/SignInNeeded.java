package org.kindtrail.kernel;

import java.util.Map;

/** Nobody is signed in, or the session or token has ended. */
public final class SignInNeeded extends DomainException {
    public SignInNeeded() {
        super("error_sign_in_needed", Map.of());
    }

    @Override
    public int status() {
        return 401;
    }

    @Override
    public String type() {
        return "sign-in-needed";
    }
}
