package org.kindtrail.place;

import java.util.Optional;

/** Knows containers that are not in the house and on their way to it. The room of shipments answers; the rooms below ask. */
public interface ComingContainers {
    /**
     * The page where such a container is received.
     *
     * @param code as it is kept, or as it was typed
     * @return empty when none with that code is on its way to the organisation of this request
     */
    Optional<String> address(String code);
}
