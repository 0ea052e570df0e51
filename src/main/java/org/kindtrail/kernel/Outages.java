package org.kindtrail.kernel;

import java.util.Optional;

/** Tells when the database is what stands in the way. Who runs the house is told in the log, once in a while and with what to do. */
public interface Outages {
    /** What the failure comes from, when it comes from the database being gone, full or damaged, and from nothing that was asked. */
    Optional<Outage> of(Throwable failure);

    /** Why nothing may be written now, whatever it is; empty when things are well. It asks nobody, so it costs nothing. */
    Optional<Outage> now();
}
