package org.kindtrail.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        return say(subject, locale, isWideEnough(subject));
    }

    /** All of them as the public reads them, in one statement at most. */
    public Map<Subject, String> say(Set<Subject> subjects, Locale locale) {
        Set<String> regions = subjects.stream()
                .filter(subject -> subject.disclosure() == Disclosure.DESCRIBED
                        || subject.disclosure() == Disclosure.REGION)
                .map(Subject::region)
                .collect(Collectors.toSet());
        Set<Where> wideEnough = regions.isEmpty() ? Set.of() : wideEnoughAmong(regions);
        Map<Subject, String> said = new HashMap<>();
        for (Subject subject : subjects) {
            Where where = new Where(subject.country(), subject.region(), subject.kind());
            said.put(subject, say(subject, locale, wideEnough.contains(where)));
        }
        return said;
    }

    private record Where(String country, String region, RecipientKind kind) {}

    private Set<Where> wideEnoughAmong(Set<String> regions) {
        return database.createQuery(
                        """
                        select r.country, r.region, r.kind from Recipient r where r.region in :regions and r.active
                        group by r.country, r.region, r.kind having count(r.id) >= :fewest""",
                        Object[].class)
                .setParameter("regions", regions)
                .setParameter("fewest", (long) FEWEST)
                .getResultStream()
                .map(row -> new Where((String) row[0], (String) row[1], (RecipientKind) row[2]))
                .collect(Collectors.toSet());
    }

    private String say(Subject subject, Locale locale, boolean wideEnough) {
        return switch (subject.disclosure()) {
            case NAMED -> subject.publicName();
            case DESCRIBED -> words.say(
                    locale,
                    "recipient_public_described",
                    Map.of("description", subject.description(), "where", where(subject, locale, wideEnough)));
            case REGION -> words.say(
                    locale, "recipient_public_" + subject.kind().word(), Map.of("where", where(subject, locale, wideEnough)));
            case HIDDEN -> words.say(locale, "recipient_public_hidden");
        };
    }

    private static String where(Subject subject, Locale locale, boolean wideEnough) {
        if (wideEnough) {
            return subject.region();
        }
        return new Locale("", subject.country()).getDisplayCountry(locale);
    }

    private boolean isWideEnough(Subject subject) {
        if (subject.disclosure() == Disclosure.NAMED || subject.disclosure() == Disclosure.HIDDEN) {
            return false;
        }
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
