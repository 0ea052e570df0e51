package org.kindtrail.matching;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.jpa.HibernateHints;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;

/** The plans of the organisation of this request. */
@ApplicationScoped
class Plans implements PanacheRepository<Plan> {
    private static final int BATCH = 500;

    private final Scope scope;

    Plans(Scope scope) {
        this.scope = scope;
    }

    /** @throws NotFound when the organisation has no such plan */
    Plan get(String typed) {
        return found(typed, LockModeType.NONE);
    }

    /** The same, locked: of two who confirm it the second sees what the first did. */
    Plan locked(String typed) {
        return found(typed, LockModeType.PESSIMISTIC_WRITE);
    }

    private Plan found(String typed, LockModeType lock) {
        String code = Code.read(CodeKind.PLAN, typed).orElseThrow(() -> new NotFound(typed));
        return find("code = ?1 and organisationId = ?2", code, scope.organisation())
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound(typed));
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<PlanRow> newest(PlanState state, Long before, int count) {
        TypedQuery<PlanRow> query = getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.matching.PlanRow(m.id, m.code, m.state, m.needs, m.wanted, m.proposed, m.madeAt, w.displayName)
                        from Plan m left join Person w on w.id = m.madeBy
                        where m.organisationId = :organisation and m.id < :before"""
                                + (state == null ? "" : " and m.state = :state") + " order by m.organisationId desc, m.id desc",
                        PlanRow.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("before", before == null ? Long.MAX_VALUE : before);
        if (state != null) {
            query.setParameter("state", state);
        }
        return query.setMaxResults(count).getResultList();
    }

    /** What the picks add up to. */
    record Sums(Long picks, Long places, Long given, Long promised) {}

    Sums sums(Plan plan) {
        return getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.matching.Plans$Sums(count(k.id), count(distinct k.place.id), sum(k.quantity), sum(k.promised))
                        from PlanPick k where k.plan = :plan and k.quantity > 0""",
                        Sums.class)
                .setParameter("plan", plan)
                .getSingleResult();
    }

    /** The lines of the needs that come after a turn, with all that is told of them. */
    List<PlanLine> lines(Plan plan, long after, long last) {
        return getEntityManager()
                .createQuery(
                        """
                        from PlanLine l join fetch l.needLine n join fetch n.need d join fetch d.recipient
                        where l.plan = :plan and l.turn > :after and l.turn <= :last order by l.turn, n.line""",
                        PlanLine.class)
                .setParameter("plan", plan)
                .setParameter("after", after)
                .setParameter("last", last)
                .getResultList();
    }

    private record ForWhom(String code, String forWhom) {}

    /** For whom needs are, by their codes. */
    Map<String, String> forWhom(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .createQuery(
                        "select new org.kindtrail.matching.Plans$ForWhom(n.code, n.forWhom) from Need n"
                                + " where n.code in :codes and n.organisationId = :organisation",
                        ForWhom.class)
                .setParameter("codes", codes)
                .setParameter("organisation", scope.organisation())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(ForWhom::code, ForWhom::forWhom));
    }

    /** What these lines get, by the numbers of the picks, with lots and places. */
    List<PlanPick> picks(Collection<PlanLine> lines) {
        return lines.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(
                                """
                                from PlanPick k join fetch k.lot join fetch k.place p left join fetch p.parent left join fetch p.top
                                where k.planLine in :lines order by k.number""",
                                PlanPick.class)
                        .setParameter("lines", lines)
                        .getResultList();
    }

    List<PlanPick> numbered(Plan plan, Collection<Integer> numbers) {
        return getEntityManager()
                .createQuery("from PlanPick k where k.plan = :plan and k.number in :numbers", PlanPick.class)
                .setParameter("plan", plan)
                .setParameter("numbers", numbers)
                .getResultList();
    }

    /** What is to be locked for a plan. */
    record Locks(Long need, Long lot) {}

    List<Locks> locks(Plan plan) {
        return getEntityManager()
                .createQuery(
                        """
                        select distinct new org.kindtrail.matching.Plans$Locks(k.planLine.needLine.need.id, k.lot.id)
                        from PlanPick k where k.plan = :plan and k.quantity > 0""",
                        Locks.class)
                .setParameter("plan", plan)
                .getResultList();
    }

    /** All picks that give something, with all that a promise needs; to be read only, as there are thousands of them. */
    List<PlanPick> giving(Plan plan) {
        return getEntityManager()
                .createQuery(
                        """
                        from PlanPick k join fetch k.planLine l join fetch l.needLine n join fetch n.need
                          join fetch k.lot join fetch k.place p left join fetch p.parent left join fetch p.top
                        where k.plan = :plan and k.quantity > 0 order by k.number""",
                        PlanPick.class)
                .setParameter("plan", plan)
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .getResultList();
    }

    /**
     * Of each pick that gives something it is kept how much was promised.
     *
     * @param less how much, by the ids of the picks of which less was promised than they give
     */
    void promised(Plan plan, Map<Long, Long> less) {
        getEntityManager()
                .createQuery("update PlanPick k set k.promised = k.quantity where k.plan = :plan and k.quantity > 0")
                .setParameter("plan", plan)
                .executeUpdate();
        Map<Long, List<Long>> picks = less.entrySet().stream()
                .collect(Collectors.groupingBy(Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        picks.forEach((much, ids) -> {
            for (int from = 0; from < ids.size(); from += BATCH) {
                getEntityManager()
                        .createQuery("update PlanPick k set k.promised = :much where k.id in :ids")
                        .setParameter("much", much)
                        .setParameter("ids", ids.subList(from, Math.min(from + BATCH, ids.size())))
                        .executeUpdate();
            }
        });
    }

    /** The names of the people who made and ended it. */
    String nameOf(Long person) {
        return person == null ? null : getEntityManager()
                .createQuery("select w.displayName from Person w where w.id = :person", String.class)
                .setParameter("person", person)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }
}
