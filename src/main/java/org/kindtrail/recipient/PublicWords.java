package org.kindtrail.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.web.Words;

/**
 * What the public reads of a recipient. A region in which fewer than {@link #FEWEST} recipients of the kind could be meant is
 * widened to the country, so that nobody is found by being the only one. Who could be meant is reckoned over the whole
 * installation and as a stranger would: who is retired is not given to any more; who is named, or told apart by a
 * description of its own, is known to be somebody else; who came by a referral is the same as the one that was passed on.
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
        return said(subject, crowd(Set.of(subject), null), locale);
    }

    /**
     * As the public will read it once it is kept like this.
     *
     * @param self the id of the recipient that is being changed; null for a new one
     * @param active whether it can be given to
     */
    Said preview(Subject subject, Long self, boolean active, Locale locale) {
        Crowd crowd = crowd(Set.of(subject), self);
        if (active) {
            crowd.add(subject, 1);
        }
        return said(subject, crowd, locale);
    }

    /** All of them as the public reads them, in one statement at most. */
    public Map<Subject, String> say(Set<Subject> subjects, Locale locale) {
        Crowd crowd = crowd(subjects, null);
        Map<Subject, String> said = new HashMap<>();
        subjects.forEach(subject -> said.put(subject, said(subject, crowd, locale).words()));
        return said;
    }

    /** Who could be meant by what is said of these. */
    private Crowd crowd(Set<Subject> subjects, Long leftOut) {
        Crowd crowd = new Crowd();
        List<Subject> saysWhere = subjects.stream().filter(PublicWords::saysWhere).toList();
        if (saysWhere.isEmpty()) {
            return crowd;
        }
        // Of the described those only who are spoken of: else every family would be read for every page.
        database.createQuery(
                        """
                        select r.kind, r.country, r.region, r.disclosure, r.description, count(r.id) from Recipient r
                        where r.active and not r.referred and r.country in :countries and r.kind in :kinds and r.id <> :leftOut
                          and (r.disclosure in (REGION, HIDDEN) or r.disclosure = DESCRIBED and r.description in :descriptions)
                        group by r.kind, r.country, r.region, r.disclosure, r.description""",
                        Object[].class)
                .setParameter("countries", collect(saysWhere, Subject::country))
                .setParameter("kinds", collect(saysWhere, Subject::kind))
                .setParameter("leftOut", leftOut == null ? -1L : leftOut)
                .setParameter("descriptions", collect(saysWhere, PublicWords::descriptionOf))
                .getResultList()
                .stream()
                .forEach(row -> crowd.add(
                        new Subject(
                                (RecipientKind) row[0],
                                (String) row[1],
                                (String) row[2],
                                (Disclosure) row[3],
                                null,
                                (String) row[4]),
                        (Long) row[5]));
        return crowd;
    }

    private static <T> Set<T> collect(List<Subject> subjects, Function<Subject, T> what) {
        return subjects.stream().map(what).collect(Collectors.toSet());
    }

    private static String descriptionOf(Subject subject) {
        return subject.disclosure() == Disclosure.DESCRIBED ? subject.description() : "";
    }

    private static boolean saysWhere(Subject subject) {
        return subject.disclosure() == Disclosure.DESCRIBED || subject.disclosure() == Disclosure.REGION;
    }

    private Said said(Subject subject, Crowd crowd, Locale locale) {
        boolean widened = saysWhere(subject) && crowd.around(subject) < FEWEST;
        String where = widened
                ? new Locale("", subject.country()).getDisplayCountry(locale)
                : crowd.spelled(subject);
        String said = switch (subject.disclosure()) {
            case NAMED -> subject.publicName();
            case DESCRIBED -> words.say(
                    locale,
                    "recipient_public_described",
                    Map.of("description", subject.description(), "where", where));
            case REGION -> words.say(
                    locale, "recipient_public_" + subject.kind().word(), Map.of("where", where));
            case HIDDEN -> words.say(locale, "recipient_public_hidden");
        };
        return new Said(said, widened);
    }

    /** Those who could be meant, by kind and region. Regions that differ in capitals and spaces only are one. */
    private static final class Crowd {
        private record Where(RecipientKind kind, String country, String region) {
            static Where of(Subject subject) {
                return new Where(subject.kind(), subject.country(), spaced(subject.region()).toLowerCase(Locale.ROOT));
            }
        }

        /** @param description null for those of whom no more is said than their kind and region */
        private record Alike(Where where, String description) {
            static Alike of(Subject subject) {
                boolean described = subject.disclosure() == Disclosure.DESCRIBED;
                return new Alike(Where.of(subject), described ? subject.description() : null);
            }

            Alike undescribed() {
                return new Alike(where, null);
            }
        }

        private final Map<Alike, Long> counts = new HashMap<>();
        private final Map<Alike, String> spellings = new HashMap<>();

        void add(Subject subject, long count) {
            if (subject.disclosure() != Disclosure.NAMED) {
                counts.merge(Alike.of(subject), count, Long::sum);
                spellings.merge(
                        Alike.of(subject), spaced(subject.region()), (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }

        /** How many could be meant by what is said of this one: those of whom no more is said, and those described alike. */
        long around(Subject subject) {
            Alike alike = Alike.of(subject);
            long undescribed = counts.getOrDefault(alike.undescribed(), 0L);
            return alike.description() == null ? undescribed : undescribed + counts.getOrDefault(alike, 0L);
        }

        /** The region, spelled alike for all in it: by a spelling of its own somebody could be told apart. */
        String spelled(Subject subject) {
            Alike alike = Alike.of(subject);
            String own = spellings.getOrDefault(alike, spaced(subject.region()));
            return spellings.getOrDefault(alike.undescribed(), own);
        }

        private static String spaced(String region) {
            return region.strip().replaceAll("\\s+", " ");
        }
    }
}
