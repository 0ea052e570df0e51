package org.kindtrail.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.kindtrail.account.Scope;

/** What a coordinator sees and does about letters. */
@ApplicationScoped
public class MessageService {
    private final EntityManager database;
    private final MailSettings settings;
    private final Scope scope;
    private final Clock clock;

    MessageService(EntityManager database, MailSettings settings, Scope scope, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.scope = scope;
        this.clock = clock;
    }

    @Transactional
    public MessagesView look() {
        List<MessagesView.Count> counts = database.createQuery(
                        """
                        select new org.kindtrail.mail.MessagesView$Count(m.kind, m.state, m.trouble, count(m.id)) from Message m
                        where m.organisationId = :organisation
                        group by m.kind, m.state, m.trouble order by m.state, m.kind, m.trouble""",
                        MessagesView.Count.class)
                .setParameter("organisation", scope.organisation())
                .getResultList();
        Instant oldest = database.createQuery(
                        """
                        select min(m.madeAt) from Message m where m.organisationId = :organisation and m.state = WAITING""",
                        Instant.class)
                .setParameter("organisation", scope.organisation())
                .getSingleResult();
        long givenUp = counts.stream()
                .filter(each -> each.state() == Message.State.GIVEN_UP)
                .mapToLong(MessagesView.Count::count)
                .sum();
        return new MessagesView(settings.isSet(), counts, oldest, givenUp);
    }

    /** All that were given up are tried anew. What may have been sent is not among them. */
    @Transactional
    public MessagesView tryAgain() {
        Instant now = clock.instant();
        database.createQuery(
                        """
                        update Message m set m.state = WAITING, m.dueAt = :now, m.giveUpAt = :giveUp, m.tries = 0, m.takenBy = null
                        where m.organisationId = :organisation and m.state = GIVEN_UP""")
                .setParameter("now", now)
                .setParameter("giveUp", now.plus(Outbox.OF_USE))
                .setParameter("organisation", scope.organisation())
                .executeUpdate();
        return look();
    }
}
