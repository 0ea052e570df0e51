package org.kindtrail.kernel;

import java.util.Map;

/** There is no such thing here; also the answer for what belongs to another organisation. */
public final class NotFound extends DomainException {
    public NotFound(String code) {
        super("error_not_found", Map.of("code", code == null ? "" : code));
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
