package org.kindtrail.container;

import java.util.Optional;
import org.kindtrail.place.Place;

/**
 * What another room expects next of a container: that it is received, for example. It comes before what this room expects,
 * and stands on the container's page as the biggest button.
 */
public interface NextAct {
    /**
     * @param container of the organisation of this request
     * @return empty when that room expects nothing of it
     */
    Optional<Act> of(Place container);

    /**
     * An act.
     *
     * @param href the page where it is done
     * @param wordsKey the words on the button
     */
    record Act(String href, String wordsKey) {}
}
