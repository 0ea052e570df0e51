package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What was changed in documents: written in the transaction of the change. Nothing sealed is ever written here. */
@ApplicationScoped
public class History {
    /** A line of it; {@code by} is null when the receiver's key did it. */
    public record Entry(Long id, String subject, String happened, String detail, String why, String by, Instant at) {
        public String wordsKey() {
            return "history_" + happened;
        }
    }

    private final EntityManager database;
    private final Scope scope;
    private final Clock clock;
    private final SecurityLog log;

    History(EntityManager database, Scope scope, Clock clock, SecurityLog log) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
        this.log = log;
    }

    /**
     * @param subject the code of what it happened to
     * @param happened the words' key less its {@code history_} head, as {@code drive_opened}
     * @param detail what was changed, from what to what; null when the word says it all
     * @param why the reason that the person gave; null when none is asked
     */
    public void note(String subject, String happened, String detail, String why) {
        String bounded = detail == null || detail.length() <= 1000 ? detail : detail.substring(0, 1000);
        tell(happened, scope.personOrNull());
        database.persist(new Note(
                scope.organisation(), subject, happened, bounded, why, scope.personOrNull(), clock.instant()));
    }

    /** The same in the history of another organisation, which is a party to it; by nobody, as its reader does not know our people. */
    public void noteAt(Long organisation, String subject, String happened, String detail, String why) {
        database.persist(new Note(organisation, subject, happened, detail, why, null, clock.instant()));
    }

    /** The same where nobody is signed in yet, or an administrator acts for another organisation. */
    void noteIn(Long organisation, Long byPerson, String subject, String happened, String why) {
        tell(happened, byPerson);
        database.persist(new Note(organisation, subject, happened, null, why, byPerson, clock.instant()));
    }

    /** What concerns who may come in is told to whoever runs the service, too. */
    private void tell(String happened, Long person) {
        if (happened.startsWith("person_")) {
            log.done(happened, person);
        }
    }

    /** All that happened to it, oldest first. */
    public List<Entry> of(String subject) {
        return database.createQuery(
                        """
                        select n.id, n.subject, n.happened, n.detail, n.why, p.displayName, n.at
                        from Note n left join Person p on p.id = n.byPersonId
                        where n.organisationId = :organisation and n.subject = :subject order by n.id""",
                        Entry.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("subject", subject)
                .setMaxResults(500)
                .getResultList();
    }
}
