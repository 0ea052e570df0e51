package org.kindtrail.need;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Unreadable;

/** The needs of the organisation of this request. */
@ApplicationScoped
public class Needs implements PanacheRepository<Need> {
    private static final String OF_THE_HOUSE =
            "from Need n join fetch n.recipient r where n.organisationId = :organisation";

    private final Scope scope;

    Needs(Scope scope) {
        this.scope = scope;
    }

    /** With its recipient and lines, for reading. */
    public Need get(String code) {
        Optional<Need> found = Code.read(CodeKind.NEED, code)
                .flatMap(read -> find(
                                """
                                from Need n join fetch n.recipient left join fetch n.lines l left join fetch l.item
                                  left join fetch n.drive left join fetch n.programme
                                where n.code = ?1 and n.organisationId = ?2""",
                                read,
                                scope.organisation())
                        .stream()
                        .findFirst());
        return found.orElseThrow(() -> new NotFound(code));
    }

    /** Locked until the transaction ends, for whoever changes what its lines count; read its lines afterwards. */
    public Need lock(String code) {
        Optional<Need> locked = Code.read(CodeKind.NEED, code)
                .flatMap(read -> find("code = ?1 and organisationId = ?2", read, scope.organisation())
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResultOptional());
        return locked.orElseThrow(() -> new NotFound(code));
    }

    /**
     * Which needs a list shows.
     *
     * @param states in one of these
     * @param recipient code of the recipient; null: of all
     * @param urgency null: any
     * @param programme code of the programme that they are charged to; null: any or none
     * @param lastDay with a last day until then; null: whatever their last day is
     * @param codes one of these; null: any
     */
    record Query(
            Set<Need.State> states, String recipient, Urgency urgency, String programme, LocalDate lastDay, Set<String> codes) {
        boolean isOfOpenOnes() {
            return states.equals(Set.of(Need.State.OPEN));
        }
    }

    /** The most urgent at the head, then the one that is wanted soonest; {@code after} is the id to go on from. */
    List<Need> soonest(Query asked, Long after, int count) {
        StringBuilder query = new StringBuilder(OF_THE_HOUSE);
        Parameters facts = Parameters.with("organisation", scope.organisation());
        if (after != null) {
            Need last = last(after);
            LocalDate day = last.getWantedBy();
            query.append(" and (n.urgencyRank > :rank or n.urgencyRank = :rank and ")
                    .append(
                            day == null
                                    ? "n.wantedBy is null and n.id > :id)"
                                    : "(n.wantedBy > :day or n.wantedBy = :day and n.id > :id or n.wantedBy is null))");
            facts.and("id", after).and("rank", last.getUrgency().rank());
            if (day != null) {
                facts.and("day", day);
            }
        }
        return page(query, facts, asked, " order by n.urgencyRank, n.wantedBy nulls last, n.id", count);
    }

    /** Newest first; {@code after} is the id to go on from. */
    List<Need> newest(Query asked, Long after, int count) {
        StringBuilder query = new StringBuilder(OF_THE_HOUSE + " and n.id < :id");
        Parameters facts = Parameters.with("organisation", scope.organisation())
                .and("id", after == null ? Long.MAX_VALUE : after);
        return page(query, facts, asked, " order by n.organisationId desc, n.id desc", count);
    }

    private List<Need> page(StringBuilder query, Parameters facts, Query asked, String order, int count) {
        query.append(" and n.state in :states");
        facts.and("states", asked.states());
        if (isGiven(asked.recipient())) {
            query.append(" and r.code = :recipient");
            facts.and("recipient", read(CodeKind.RECIPIENT, asked.recipient()));
        }
        if (isGiven(asked.programme())) {
            query.append(" and n.programme.code = :programme");
            facts.and("programme", read(CodeKind.PROGRAMME, asked.programme()));
        }
        if (asked.urgency() != null) {
            query.append(" and n.urgencyRank = :urgency");
            facts.and("urgency", asked.urgency().rank());
        }
        if (asked.lastDay() != null) {
            query.append(" and n.expiresOn <= :lastDay");
            facts.and("lastDay", asked.lastDay());
        }
        if (asked.codes() != null) {
            query.append(" and n.code in :codes");
            facts.and("codes", asked.codes());
        }
        return find(query + order, facts).page(0, count).list();
    }

    private static boolean isGiven(String code) {
        return code != null && !code.isBlank();
    }

    private static String read(CodeKind kind, String typed) {
        return Code.read(kind, typed).orElseThrow(() -> new NotFound(typed));
    }

    private Need last(Long id) {
        return find("id = ?1 and organisationId = ?2", id, scope.organisation())
                .firstResultOptional()
                .orElseThrow(() -> new Unreadable("after", "error_after", Map.of("given", id.toString())));
    }

    /** How many open ones have their last day until then. */
    long ending(LocalDate lastDay) {
        return count("organisationId = ?1 and state = OPEN and expiresOn <= ?2", scope.organisation(), lastDay);
    }

    /** The codes of open ones whose last day lies before this one, in the order of their codes. */
    List<String> over(LocalDate today, String after, int count) {
        return getEntityManager()
                .createQuery(
                        """
                        select n.code from Need n where n.organisationId = :organisation and n.state = OPEN
                          and n.expiresOn < :today and n.code > :after order by n.code""",
                        String.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("today", today)
                .setParameter("after", after)
                .setMaxResults(count)
                .getResultList();
    }

    /** What the lines of a need add up to. */
    record Sums(Long need, Long asked, Long promised, Long sent, Long arrived) {}

    Map<Long, Sums> sums(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .createQuery(
                        """
                        select l.need.id, sum(l.quantity), sum(l.promised), sum(l.sent), sum(l.arrived)
                        from NeedLine l where l.need.id in :ids group by l.need.id""",
                        Sums.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Sums::need, Function.identity()));
    }
}
