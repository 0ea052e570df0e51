package org.kindtrail.kernel;

import java.util.Map;

/** Too many wrong guesses from one place: wait. */
public final class TooManyAttempts extends DomainException {
    private final long seconds;

    public TooManyAttempts(long seconds) {
        super("error_too_many_attempts", Map.of("seconds", seconds));
        this.seconds = seconds;
    }

    /** For the {@code Retry-After} header. */
    public long seconds() {
        return seconds;
    }

    @Override
    public int status() {
        return 429;
    }

    @Override
    public String type() {
        return "too-many-attempts";
    }
}
