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

    /** Open ones, the one that is wanted soonest at the head; {@code after} is the id to go on from. */
    List<Need> soonest(String recipient, Long after, int count) {
        StringBuilder query = new StringBuilder(OF_THE_HOUSE + " and n.state = OPEN");
        Parameters facts = Parameters.with("organisation", scope.organisation());
        if (after != null) {
            LocalDate day = wantedBy(after);
            query.append(
                    day == null
                            ? " and n.wantedBy is null and n.id > :id"
                            : " and (n.wantedBy > :day or n.wantedBy = :day and n.id > :id or n.wantedBy is null)");
            facts.and("id", after);
            if (day != null) {
                facts.and("day", day);
            }
        }
        return page(query, facts, recipient, " order by n.wantedBy nulls last, n.id", count);
    }

    /** Newest first, in one of the states; {@code after} is the id to go on from. */
    List<Need> newest(Collection<Need.State> states, String recipient, Long after, int count) {
        StringBuilder query = new StringBuilder(OF_THE_HOUSE + " and n.state in :states and n.id < :id");
        Parameters facts = Parameters.with("organisation", scope.organisation())
                .and("states", states)
                .and("id", after == null ? Long.MAX_VALUE : after);
        return page(query, facts, recipient, " order by n.id desc", count);
    }

    private List<Need> page(StringBuilder query, Parameters facts, String recipient, String order, int count) {
        if (recipient != null && !recipient.isBlank()) {
            String code = Code.read(CodeKind.RECIPIENT, recipient).orElseThrow(() -> new NotFound(recipient));
            query.append(" and r.code = :recipient");
            facts.and("recipient", code);
        }
        return find(query + order, facts).page(0, count).list();
    }

    private LocalDate wantedBy(Long id) {
        return find("id = ?1 and organisationId = ?2", id, scope.organisation())
                .firstResultOptional()
                .orElseThrow(() -> new Unreadable("after", "error_after", Map.of("given", id.toString())))
                .getWantedBy();
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
