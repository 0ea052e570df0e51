package org.kindtrail.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kindtrail.kernel.Code;

/** Sessions and tokens. */
@ApplicationScoped
class Accesses implements PanacheRepository<Access> {
    private final Clock clock;

    Accesses(Clock clock) {
        this.clock = clock;
    }

    /** Whom the secret lets in now: not ended, not expired, the person active. */
    Optional<Entrant> entrant(Access.Kind kind, String secret) {
        return getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.account.Entrant(a.id, p.id, p.organisationId, p.displayName, p.roles,
                               o.name, o.timeZone, o.catalogueVersion)
                        from Access a join Person p on p.id = a.personId join Organisation o on o.id = p.organisationId
                        where a.hash = :hash and a.kind = :kind and a.endedAt is null and a.expiresAt > :now
                          and p.active""",
                        Entrant.class)
                .setParameter("hash", Code.hash(secret))
                .setParameter("kind", kind)
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
    }

    /** As if the person had just come in; for work that the program does in a person's name. */
    Entrant entrantFor(Long personId) {
        return getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.account.Entrant(0L, p.id, p.organisationId, p.displayName, p.roles,
                               o.name, o.timeZone, o.catalogueVersion)
                        from Person p join Organisation o on o.id = p.organisationId where p.id = :person""",
                        Entrant.class)
                .setParameter("person", personId)
                .getSingleResult();
    }

    List<Access> openOf(Long personId) {
        return list("personId = ?1 and endedAt is null and expiresAt > ?2 order by createdAt desc, id desc", personId, clock.instant());
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
