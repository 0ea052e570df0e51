package org.kindtrail.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The regions by which figures may be told apart: those of the whole installation in which at least {@link PublicWords#FEWEST}
 * recipients could be meant, as {@link PublicWords} reckons it (who is retired or named is not counted), of whatever kind.
 * All others are "elsewhere" in their country.
 */
@ApplicationScoped
public class TellableRegions {
    /**
     * A region of a country.
     *
     * @param country ISO 3166-1 alpha-2
     * @param key the region's name without what spellings differ in; null: elsewhere in the country
     */
    public record Region(String country, String key) {
        public static Region of(String country, String name) {
            return new Region(country, name == null ? null : spaced(name).toLowerCase(Locale.ROOT));
        }

        public Region elsewhere() {
            return new Region(country, null);
        }
    }

    private final EntityManager database;

    TellableRegions(EntityManager database) {
        this.database = database;
    }

    /** Capitals apart, regions that differ in spaces only are one. */
    private static String spaced(String region) {
        return region.strip().replaceAll("\\s+", " ");
    }

    /** Those that may be told, with one spelling for each. One statement, whatever is asked of the answer. */
    public Map<Region, String> all() {
        Map<Region, Long> recipients = new HashMap<>();
        Map<Region, String> spelled = new HashMap<>();
        database.createQuery(
                        """
                        select r.country, r.region, count(r.id) from Recipient r
                        where r.active and r.disclosure <> NAMED group by r.country, r.region""",
                        Object[].class)
                .getResultList()
                .stream()
                .forEach(row -> {
                    String name = spaced((String) row[1]);
                    Region region = Region.of((String) row[0], name);
                    recipients.merge(region, (Long) row[2], Long::sum);
                    spelled.merge(region, name, (one, other) -> one.compareTo(other) <= 0 ? one : other);
                });
        spelled.keySet().removeIf(region -> recipients.get(region) < PublicWords.FEWEST);
        return spelled;
    }

    /** The region as it may be told now; null: as elsewhere in the country. */
    public String told(String country, String region) {
        return all().get(Region.of(country, region));
    }
}
