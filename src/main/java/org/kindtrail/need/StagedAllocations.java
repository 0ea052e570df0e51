package org.kindtrail.need;

import java.util.Collection;
import java.util.Map;

/** Tells which promises lie ready on a dispatch; the room of dispatches, which this one does not know, answers it. */
public interface StagedAllocations {
    /**
     * The codes of the dispatches that have not left, by the ids of the promises that they take; promises on no such
     * dispatch are absent.
     */
    Map<Long, String> dispatchesOf(Collection<Long> allocations);
}
