package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;

/** Refuses what nobody can do with a container: reach into one that is sealed, on the road, or in another's hands. */
@ApplicationScoped
class ShutContainers {
    private final Balances balances;
    private final Scope scope;

    ShutContainers(Balances balances, Scope scope) {
        this.balances = balances;
        this.scope = scope;
    }

    /**
     * Locks the containers among the places; nothing is put into a sealed one, nor taken out.
     *
     * @throws Refused naming the container
     */
    void refuseShut(Collection<Place> places) {
        look(places, true);
    }

    /** The same of what is promised only: a sealed box may be promised, one on the road may not. */
    void refuseOutOfReach(Collection<Place> places) {
        look(places, false);
    }

    private void look(Collection<Place> places, boolean into) {
        Map<Long, Place> containers = new TreeMap<>();
        places.stream().filter(place -> place.getKind().isContainer()).forEach(place -> containers.put(place.getId(), place));
        if (containers.isEmpty()) {
            return;
        }
        List<Balances.Container> locked = balances.lockContainers(containers.keySet());
        for (Balances.Container container : locked) {
            String code = containers.get(container.id()).getCode();
            if (!scope.organisation().equals(container.organisationId())) {
                throw new NotFound(code);
            }
            if (container.top() != PlaceKind.SITE) {
                throw new Refused("error_container_out_of_reach", Map.of("container", code));
            }
            if (into && container.sealed()) {
                throw new Refused("error_container_sealed", Map.of("container", code));
            }
        }
    }
}
