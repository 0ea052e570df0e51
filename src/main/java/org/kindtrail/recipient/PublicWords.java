package org.kindtrail.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindtrail.web.Words;

/**
 * What the public reads of a recipient. A region in which fewer than {@link #FEWEST} recipients of the kind are known to
 * the whole installation is widened to the country, so that nobody is found by being the only one.
 */
@ApplicationScoped
public class PublicWords {
    /** As docs/privacy.md has it. */
    static final int FEWEST = 3;

    /** What is needed of a recipient to speak of it in public. */
    public record Subject(
            RecipientKind kind,
            String country,
            String region,
            Disclosure disclosure,
            String publicName,
            String description) {
        public static Subject of(Recipient recipient) {
            return new Subject(
                    recipient.getKind(),
                    recipient.getCountry(),
                    recipient.getRegion(),
                    recipient.getDisclosure(),
                    recipient.getPublicName(),
                    recipient.getDescription());
        }
    }

    private final EntityManager database;
    private final Words words;

    PublicWords(EntityManager database, Words words) {
        this.database = database;
        this.words = words;
    }

    /** As the public reads it: "a shelter in Almaty region". */
    public String say(Subject subject, Locale locale) {
        return switch (subject.disclosure()) {
            case NAMED -> subject.publicName();
            case DESCRIBED -> words.say(
                    locale,
                    "recipient_public_described",
                    Map.of("description", subject.description(), "where", where(subject, locale)));
            case REGION -> words.say(
                    locale, "recipient_public_" + subject.kind().word(), Map.of("where", where(subject, locale)));
            case HIDDEN -> words.say(locale, "recipient_public_hidden");
        };
    }

    private String where(Subject subject, Locale locale) {
        if (isWideEnough(subject)) {
            return subject.region();
        }
        return new Locale("", subject.country()).getDisplayCountry(locale);
    }

    private boolean isWideEnough(Subject subject) {
        List<Long> found = database.createQuery(
                        "select r.id from Recipient r where r.country = :country and r.region = :region and r.kind = :kind and r.active",
                        Long.class)
                .setParameter("country", subject.country())
                .setParameter("region", subject.region())
                .setParameter("kind", subject.kind())
                .setMaxResults(FEWEST)
                .getResultList();
        return found.size() >= FEWEST;
    }
}
