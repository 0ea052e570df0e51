package org.kindtrail.dispatch;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.database.KeptPlans;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Rows;
import org.kindtrail.stock.Allocation;

/** The dispatches of the organisation of this request. */
@ApplicationScoped
public class Dispatches implements PanacheRepository<Dispatch> {
    /** More promises than this go on a second dispatch. */
    static final int MOST_LINES = 500;

    private static final String WITH_LINES =
            """
            from Dispatch d join fetch d.need n join fetch d.recipient left join fetch d.programme left join fetch d.consignment
            left join fetch d.lines l left join fetch l.allocation left join fetch l.needLine
            left join fetch l.lot t left join fetch t.item left join fetch l.place p left join fetch p.top
            """;

    /** Which dispatch a key opens. */
    record Opened(String code, Long organisationId, String timeZone, String keyHash) {
        ZoneId zone() {
            return ZoneId.of(timeZone);
        }
    }

    private final Scope scope;
    private final KeptPlans plans;

    Dispatches(Scope scope, KeptPlans plans) {
        this.scope = scope;
        this.plans = plans;
    }

    /**
     * With its need, recipient and lines, for reading.
     *
     * @throws NotFound when the organisation has no such dispatch
     */
    public Dispatch get(String code) {
        Optional<Dispatch> found = Code.read(CodeKind.DISPATCH, code)
                .flatMap(read -> find(WITH_LINES + "where d.code = ?1 and d.organisationId = ?2", read, scope.organisation())
                        .list()
                        .stream()
                        .findFirst());
        return found.orElseThrow(() -> new NotFound(code));
    }

    /**
     * Locked until the transaction ends, and its need after it: what the need's lines count changes with it. Both are
     * locked before anything is read, so that what is read is how it stands.
     */
    Dispatch lock(String code) {
        String read = Code.read(CodeKind.DISPATCH, code).orElseThrow(() -> new NotFound(code));
        List<Long> needs = Rows.read(
                getEntityManager(),
                "select need_id from dispatch where code = :code and organisation_id = :organisation for update",
                Map.of("code", read, "organisation", scope.organisation()),
                row -> row.number(1));
        if (needs.isEmpty()) {
            throw new NotFound(code);
        }
        Rows.readUnflushed(
                getEntityManager(), "select id from need where id = :need for update", Map.of("need", needs.get(0)), row -> row.number(1));
        return get(read);
    }

    /** What is promised to the need and not on a dispatch yet; oldest first. */
    List<Allocation> promisedTo(Long need) {
        plans.inThisTransaction();
        return getEntityManager()
                .createQuery(
                        """
                        from Allocation a join fetch a.lot t join fetch t.item join fetch a.place p left join fetch p.top
                        where a.purpose in (select n.id from NeedLine n where n.need.id = :need) and a.state = PENDING
                          and a.organisationId = :organisation
                          and not exists (select 1 from DispatchLine l where l.allocation = a
                                          and l.dispatch.state in (STAGED, LOADED))
                        order by a.id""",
                        Allocation.class)
                .setParameter("need", need)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(MOST_LINES)
                .getResultList();
    }

    /** A need for which goods are promised that are on no dispatch yet. */
    record Waiting(String need, String forWhom, String recipient) {}

    List<Waiting> waiting() {
        return getEntityManager()
                .createQuery(
                        """
                        select n.code, n.forWhom, r.alias from Need n join n.recipient r
                        where n.organisationId = :organisation and n.state = OPEN
                          and exists (select 1 from Allocation a, NeedLine w
                            where w.need = n and a.purpose = w.id and a.state = PENDING
                              and not exists (select 1 from DispatchLine l where l.allocation = a
                                              and l.dispatch.state in (STAGED, LOADED)))
                        order by n.wantedBy, n.id""",
                        Waiting.class)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(200)
                .getResultList();
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<Dispatch> newest(Dispatch.State state, String need, Long programme, Long before, int count) {
        return getEntityManager()
                .createQuery(
                        """
                        from Dispatch d join fetch d.need n join fetch d.recipient left join fetch d.programme
                        where d.organisationId = :organisation and d.id < :before
                          and (:anyProgramme = true or d.programme.id = :programme)
                          and (:anyState = true or d.state = :state) and (:anyNeed = true or n.code = :need)
                        order by d.organisationId desc, d.id desc""",
                        Dispatch.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setParameter("anyState", state == null)
                .setParameter("state", state == null ? Dispatch.State.STAGED : state)
                .setParameter("anyProgramme", programme == null)
                .setParameter("programme", programme == null ? -1L : programme)
                .setParameter("anyNeed", need == null)
                .setParameter("need", need == null ? "" : need)
                .setMaxResults(count)
                .getResultList();
    }

    /** The one that a key opens, whoever asks; the request has no organisation yet. */
    Optional<Opened> openedBy(String keyHash) {
        return getEntityManager()
                .createQuery(
                        """
                        select d.code, d.organisationId, o.timeZone, d.confirmationHash
                        from Dispatch d join Organisation o on o.id = d.organisationId
                        where d.confirmationHash = :hash""",
                        Opened.class)
                .setParameter("hash", keyHash)
                .getResultList()
                .stream()
                .findFirst();
    }
}
