package org.kindtrail.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kindtrail.kernel.Code;

/** Sessions and tokens. */
@ApplicationScoped
class Accesses implements PanacheRepository<Access> {
    /** A session that is not used so long has ended; tokens last until their day. */
    static final Duration SESSION_IDLES = Duration.ofHours(2);
    /** Every request uses it; so often at most it is written down. */
    private static final Duration NOTED = Duration.ofMinutes(5);

    private final Clock clock;

    Accesses(Clock clock) {
        this.clock = clock;
    }

    /** Whom the secret lets in now: not ended, not expired, a session not left lying, the person active. */
    Optional<Entrant> entrant(Access.Kind kind, String secret) {
        return getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.account.Entrant(a.id, p.id, p.organisationId, p.displayName, p.roles,
                               o.name, o.timeZone, o.catalogueVersion, a.lastSeenAt, f.activeSince, i.secondFactorRoles,
                               p.recipientId, p.language)
                        from Access a join Person p on p.id = a.personId join Organisation o on o.id = p.organisationId
                        join Installation i on i.id = 1 left join SecondFactor f on f.personId = p.id
                        where a.hash = :hash and a.kind = :kind and a.endedAt is null and a.expiresAt > :now
                          and a.lastSeenAt > :usedSince and p.active""",
                        Entrant.class)
                .setParameter("hash", Code.hash(secret))
                .setParameter("kind", kind)
                .setParameter("now", clock.instant())
                .setParameter("usedSince", kind == Access.Kind.SESSION ? usedSince() : Instant.EPOCH)
                .getResultList()
                .stream()
                .findFirst();
    }

    private Instant usedSince() {
        return clock.instant().minus(SESSION_IDLES);
    }

    /** It is in use. Where that was written down a moment ago, nothing is. */
    void used(Entrant by) {
        Instant now = clock.instant();
        if (by.lastSeenAt().isBefore(now.minus(NOTED))) {
            QuarkusTransaction.requiringNew()
                    .run(() -> update(
                            "lastSeenAt = ?1 where id = ?2 and lastSeenAt < ?3", now, by.accessId(), now.minus(NOTED)));
        }
    }

    /** As if the person had just come in; for work that the program does in a person's name. */
    Entrant entrantFor(Long personId) {
        return getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.account.Entrant(0L, p.id, p.organisationId, p.displayName, p.roles,
                               o.name, o.timeZone, o.catalogueVersion, p.createdAt, p.createdAt, '',
                               p.recipientId, p.language)
                        from Person p join Organisation o on o.id = p.organisationId where p.id = :person""",
                        Entrant.class)
                .setParameter("person", personId)
                .getSingleResult();
    }

    List<Access> openOf(Long personId) {
        return list(
                "personId = ?1 and endedAt is null and expiresAt > ?2 and (kind = ?3 or lastSeenAt > ?4)"
                        + " order by createdAt desc, id desc",
                personId,
                clock.instant(),
                Access.Kind.TOKEN,
                usedSince());
    }

    /** The person's latest sign-ins, newest first, whether their sessions have ended or not. */
    List<Access> latestSignIns(Long personId, int count) {
        return find("personId = ?1 and kind = ?2 order by createdAt desc, id desc", personId, Access.Kind.SESSION)
                .page(0, count)
                .list();
    }

    /** An open session or token of the person, by what it is called outside. */
    Optional<Access> openOf(Long personId, Access.Kind kind, String publicName) {
        return openOf(personId).stream()
                .filter(each -> each.getKind() == kind && each.publicName().equals(publicName))
                .findFirst();
    }

    /** All sessions and tokens of the person end. */
    void endAllOf(Long personId) {
        update("endedAt = ?1 where personId = ?2 and endedAt is null", clock.instant(), personId);
    }

    /** All sessions and tokens of the people of these recipients end. */
    void endAllOfRecipients(Collection<Long> recipients) {
        update(
                "endedAt = ?1 where endedAt is null and personId in (select p.id from Person p where p.recipientId in ?2)",
                clock.instant(),
                recipients);
    }

    /** The person's sessions end; tokens stay. */
    void endSessionsOf(Long personId) {
        endOtherSessionsOf(personId, -1L);
    }

    /** The person's sessions end but for one. */
    void endOtherSessionsOf(Long personId, Long but) {
        update(
                "endedAt = ?1 where personId = ?2 and kind = ?3 and id <> ?4 and endedAt is null",
                clock.instant(),
                personId,
                Access.Kind.SESSION,
                but);
    }
}
