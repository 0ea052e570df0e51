package org.kindtrail.kernel;

import java.util.Map;

/** The house cannot do its work at the moment: ask again later. */
public final class Unavailable extends DomainException {
    public static final String TYPE = "unavailable";

    private final Outage outage;

    public Unavailable(Outage outage) {
        super(outage.wordsKey(), Map.of());
        this.outage = outage;
    }

    /** For the {@code Retry-After} header. */
    public int seconds() {
        return outage.seconds();
    }

    public Outage outage() {
        return outage;
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public String type() {
        return TYPE;
    }
}
