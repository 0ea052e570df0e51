package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;
import org.kindtrail.stock.Allocation;

/** Reads what is promised to the needs of the organisation of this request; holds are not among it. */
@ApplicationScoped
class Promised {
    private static final int MOST = 1000;

    private record Ending(Long id, String need) {}

    private final EntityManager database;
    private final StagedAllocations staged;
    private final Scope scope;

    Promised(EntityManager database, StagedAllocations staged, Scope scope) {
        this.database = database;
        this.staged = staged;
        this.scope = scope;
    }

    /** What stands promised to the lines, with its lot and place. */
    List<Allocation> to(Collection<NeedLine> lines) {
        return lines.isEmpty()
                ? List.of()
                : database.createQuery(
                                """
                                from Allocation a join fetch a.lot join fetch a.place p left join fetch p.top
                                where a.purpose in :lines and a.state = PENDING and a.organisationId = :organisation
                                order by a.id""",
                                Allocation.class)
                        .setParameter("lines", lines.stream().map(NeedLine::getId).toList())
                        .setParameter("organisation", scope.organisation())
                        .getResultList();
    }

    /** Those of them that lie on no dispatch which has not left. */
    List<Allocation> onNoDispatch(List<Allocation> promised) {
        Map<Long, String> dispatches =
                staged.dispatchesOf(promised.stream().map(Allocation::getId).toList());
        return promised.stream().filter(each -> !dispatches.containsKey(each.getId())).toList();
    }

    /** The codes of the needs that lose a promise until then; what lies ready on a dispatch is lost by nobody. */
    Set<String> needsThatLose(Instant until) {
        List<Ending> ending = database.createQuery(
                        """
                        select a.id, a.purposeCode from Allocation a
                        where a.organisationId = :organisation and a.state = PENDING and a.purpose <> :held
                          and a.expiresAt <= :until order by a.expiresAt, a.id""",
                        Ending.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("held", Allocation.HELD)
                .setParameter("until", until)
                .setMaxResults(MOST)
                .getResultList();
        if (ending.isEmpty()) {
            return Set.of();
        }
        Map<Long, String> dispatches = staged.dispatchesOf(ending.stream().map(Ending::id).toList());
        return ending.stream()
                .filter(each -> !dispatches.containsKey(each.id()))
                .map(Ending::need)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The codes of the needs with a promise whose end has come, lying ready or not, in their order. */
    List<String> overdue(Instant now, String after, int count) {
        return database.createQuery(
                        """
                        select distinct a.purposeCode from Allocation a
                        where a.organisationId = :organisation and a.state = PENDING and a.purpose <> :held
                          and a.expiresAt <= :now and a.purposeCode > :after order by a.purposeCode""",
                        String.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("held", Allocation.HELD)
                .setParameter("now", now)
                .setParameter("after", after)
                .setMaxResults(count)
                .getResultList();
    }
}
