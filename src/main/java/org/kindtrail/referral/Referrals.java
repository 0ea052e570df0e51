package org.kindtrail.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;

/**
 * The referrals to which the organisation of this request is a party: it passes on, or takes. For everybody else they do not
 * exist; this is the one place that says so.
 */
@ApplicationScoped
class Referrals implements PanacheRepository<Referral> {
    private static final String WHOLE =
            """
            from Referral r join fetch r.organisation join fetch r.receiver join fetch r.need n join fetch n.recipient
            left join fetch r.takenNeed left join fetch r.answering""";
    private static final String OURS = " (r.organisation.id = :organisation or r.receiver.id = :organisation)";

    private final Scope scope;

    Referrals(Scope scope) {
        this.scope = scope;
    }

    /** @throws NotFound when the organisation is no party to such a referral */
    Referral get(String typed) {
        return Code.read(CodeKind.REFERRAL, typed)
                .flatMap(code -> getEntityManager()
                        .createQuery(WHOLE + " where r.code = :code and" + OURS, Referral.class)
                        .setParameter("code", code)
                        .setParameter("organisation", scope.organisation())
                        .getResultList()
                        .stream()
                        .findFirst())
                .orElseThrow(() -> new NotFound(typed));
    }

    /** Locked until the transaction ends, and read under the lock. */
    private Referral lock(String typed) {
        String code = Code.read(CodeKind.REFERRAL, typed).orElseThrow(() -> new NotFound(typed));
        List<Long> found = getEntityManager()
                .createNativeQuery(
                        "select id from referral where code = ?1 and (organisation_id = ?2 or receiver_id = ?2) for update",
                        Long.class)
                .setParameter(1, code)
                .setParameter(2, scope.organisation())
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFound(typed);
        }
        return get(code);
    }

    /**
     * Locked, for what only the organisation does that passes it on.
     *
     * @throws Refused for the other
     */
    Referral lockOwn(String typed) {
        Referral referral = lock(typed);
        if (!referral.isFrom(scope.organisation())) {
            throw new Refused("error_referral_sender_only", Map.of("organisation", referral.getOrganisation().getName()));
        }
        return referral;
    }

    /**
     * Locked, for what only the organisation does to which it is passed.
     *
     * @throws Refused for the other
     */
    Referral lockToTake(String typed) {
        Referral referral = lock(typed);
        if (referral.isFrom(scope.organisation())) {
            throw new Refused("error_referral_receiver_only", Map.of("organisation", referral.getReceiver().getName()));
        }
        return referral;
    }

    /** The one by which the need is offered to somebody or with somebody; empty when it is with none. */
    Optional<Referral> standing(Long need) {
        return find("from Referral r join fetch r.receiver left join fetch r.answering where r.standingNeedId = ?1", need)
                .firstResultOptional();
    }

    /** The one by which the need came to whoever has it; empty when it was posted there. */
    Optional<Referral> takenBy(Long need) {
        return find("from Referral r join fetch r.organisation join fetch r.need where r.takenNeed.id = ?1", need)
                .firstResultOptional();
    }

    /** The latest by which the need went to somebody and came back. */
    Optional<Referral> lastReturned(Long need) {
        return find("need.id = ?1 and state = RETURNED order by endedAt desc, id desc", need).firstResultOptional();
    }

    /** Which of them a list shows. */
    enum Way {
        OUT,
        IN
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<Referral> newest(Way way, Referral.State state, String need, Long before, int count) {
        String which = way == null
                ? OURS
                : way == Way.OUT ? " r.organisation.id = :organisation" : " r.receiver.id = :organisation";
        String whose = "(n.code = :need and r.organisation.id = :organisation or r.takenNeed.code = :need and r.receiver.id = :organisation)";
        return getEntityManager()
                .createQuery(
                        WHOLE + " where r.id < :before and (:anyState = true or r.state = :state) and (:anyNeed = true or "
                                + whose + ") and" + which + " order by r.id desc",
                        Referral.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setParameter("anyState", state == null)
                .setParameter("state", state == null ? Referral.State.OFFERED : state)
                .setParameter("anyNeed", need == null)
                .setParameter("need", need == null ? "" : need)
                .setMaxResults(count)
                .getResultList();
    }

    /** How many there are of one state. */
    record Many(Referral.State state, Long number) implements Comparable<Many> {
        @Override
        public int compareTo(Many other) {
            return state.compareTo(other.state);
        }
    }

    /**
     * What is news to the organisation of this request: how many are offered to it and wait for an answer, and how many of its own
     * were declined or given back since the moment, of needs that are open again and were not offered to anybody since.
     */
    List<Many> news(Instant since) {
        return getEntityManager()
                .createQuery(
                        """
                        select r.state, count(r.id) from Referral r join r.need n
                        where r.receiver.id = :organisation and r.state = OFFERED
                          or r.organisation.id = :organisation and r.state in (DECLINED, RETURNED) and r.endedAt >= :since
                            and n.state = OPEN
                            and not exists (select 1 from Referral later where later.need = n and later.id > r.id)
                        group by r.state""",
                        Many.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("since", since)
                .getResultList();
    }
}
