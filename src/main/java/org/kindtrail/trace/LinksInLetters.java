package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindtrail.dispatch.Announcements;
import org.kindtrail.intake.Gifts;
import org.kindtrail.mail.Letter;
import org.kindtrail.mail.ToSend;

/** Which pages a letter about deliveries leads to: those of the donor's gifts that were in them. */
@ApplicationScoped
class LinksInLetters {
    /** A letter is no list; the rest is found on the pages. */
    private static final int MOST = 5;

    private final EntityManager database;
    private final Gifts gifts;
    private final Clock clock;

    LinksInLetters(EntityManager database, Gifts gifts, Clock clock) {
        this.database = database;
        this.gifts = gifts;
        this.clock = clock;
    }

    /** @return empty when the pages do not tell of it: it was reversed since, or more is kept back now */
    Optional<Letter> letter(ToSend message, List<Announcements.News> news, String wordsKey) {
        List<Long> dispatches = news.stream()
                .filter(each -> Announcing.isTold(each, clock.instant()))
                .map(Announcements.News::dispatch)
                .toList();
        if (dispatches.isEmpty()) {
            return Optional.empty();
        }
        List<String> links = gifts.among(message.donor(), giftsIn(message, dispatches)).stream()
                .map(Gifts.Gift::tracking)
                .filter(Objects::nonNull)
                .limit(MOST)
                .map(message::address)
                .toList();
        return links.isEmpty()
                ? Optional.empty()
                : Optional.of(Letter.of(
                        message,
                        wordsKey,
                        Map.of("count", links.size(), "links", links.stream().collect(Collectors.joining("\n")))));
    }

    private List<Long> giftsIn(ToSend message, List<Long> dispatches) {
        return database.createNativeQuery(
                        """
                        select d.id from donation d where d.donor_id = :donor and d.reversed_at is null and d.id in (%s)
                        order by d.id"""
                                .formatted(Own.ORIGINS_IN_DISPATCH.formatted("line.dispatch_id in (:dispatches)")),
                        Long.class)
                .setParameter("dispatches", dispatches)
                .setParameter("donor", message.donor())
                .getResultList();
    }
}
