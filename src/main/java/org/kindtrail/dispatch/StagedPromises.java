package org.kindtrail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.need.StagedAllocations;

/** What lies ready on dispatches that have not left, for the page of a need. */
@ApplicationScoped
class StagedPromises implements StagedAllocations {
    private record Staged(Long allocation, String dispatch) {}

    private final EntityManager database;

    StagedPromises(EntityManager database) {
        this.database = database;
    }

    @Override
    public Map<Long, String> dispatchesOf(Collection<Long> allocations) {
        if (allocations.isEmpty()) {
            return Map.of();
        }
        return database.createQuery(
                        """
                        select l.allocation.id, l.dispatch.code from DispatchLine l
                        where l.allocation.id in :allocations and l.dispatch.state in (STAGED, LOADED)""",
                        Staged.class)
                .setParameter("allocations", allocations)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Staged::allocation, Staged::dispatch));
    }
}
