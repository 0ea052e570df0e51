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

    private static final Long NOBODY = -1L;

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

    /** What the public reads, and whether the region was widened to the country in it. */
    public record Said(String words, boolean widened) {}

    private final EntityManager database;
    private final Words words;

    PublicWords(EntityManager database, Words words) {
        this.database = database;
        this.words = words;
    }

    /** As the public reads it: "a shelter in Almaty region". */
    public String say(Subject subject, Locale locale) {
        return read(subject, locale).words();
    }

    /** As the public reads it now, and whether it was widened. */
    public Said read(Subject subject, Locale locale) {
        boolean wideEnough = !saysWhere(subject) || isWideEnough(subject);
        return new Said(said(subject, wideEnough, locale), !wideEnough);
    }

    /**
     * As the public would read it once it is kept like this.
     *
     * @param self the id of the recipient that is being changed; null for a new one
     */
    Said preview(Subject subject, Long self, Locale locale) {
        boolean wideEnough = !saysWhere(subject) || atLeast(FEWEST - 1, subject, self == null ? NOBODY : self);
        return new Said(said(subject, wideEnough, locale), !wideEnough);
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
            said.put(subject, said(subject, wideEnough.contains(where), locale));
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

    private static boolean saysWhere(Subject subject) {
        return subject.disclosure() == Disclosure.DESCRIBED || subject.disclosure() == Disclosure.REGION;
    }

    private String said(Subject subject, boolean wideEnough, Locale locale) {
        String where = where(subject, wideEnough, locale);
        return switch (subject.disclosure()) {
            case NAMED -> subject.publicName();
            case DESCRIBED -> words.say(
                    locale,
                    "recipient_public_described",
                    Map.of("description", subject.description(), "where", where));
            case REGION -> words.say(
                    locale, "recipient_public_" + subject.kind().word(), Map.of("where", where));
            case HIDDEN -> words.say(locale, "recipient_public_hidden");
        };
    }

    private static String where(Subject subject, boolean wideEnough, Locale locale) {
        return wideEnough
                ? subject.region()
                : new Locale("", subject.country()).getDisplayCountry(locale);
    }

    private boolean isWideEnough(Subject subject) {
        return atLeast(FEWEST, subject, NOBODY);
    }

    /** Whether there are so many recipients of the kind in the region, one of them left out. */
    private boolean atLeast(int fewest, Subject subject, Long leftOut) {
        List<Long> found = database.createQuery(
                        """
                        select r.id from Recipient r
                        where r.country = :country and r.region = :region and r.kind = :kind and r.active
                          and r.id <> :leftOut""",
                        Long.class)
                .setParameter("country", subject.country())
                .setParameter("region", subject.region())
                .setParameter("kind", subject.kind())
                .setParameter("leftOut", leftOut)
                .setMaxResults(fewest)
                .getResultList();
        return found.size() >= fewest;
    }
}
