package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a donor gave, with the address of each gift's page, for the donor alone. */
@ApplicationScoped
public class Gifts {
    private final EntityManager database;
    private final TrackingCodes codes;

    Gifts(EntityManager database, TrackingCodes codes) {
        this.database = database;
        this.codes = codes;
    }

    /**
     * A donation of theirs.
     *
     * @param bags how many bags or lines came in
     * @param tracking the address of its page on this service; null when its code was made with a secret that is gone
     */
    public record Gift(
            String code, String driveTitle, Instant receivedAt, Instant reversedAt, long bags, String tracking) {}

    record Found(
            String code,
            String driveTitle,
            Instant receivedAt,
            Instant reversedAt,
            Long bags,
            int turn,
            String hash) {}

    private static final String SELECT =
            """
            select d.code, v.title, d.receivedAt, d.reversedAt,
              (select count(l.id) from Lot l where l.origin = d.id and l.conversionId is null),
              d.trackingTurn, d.trackingHash
            from Donation d join d.drive v where\s""";

    /** All of them, the newest first. */
    public List<Gift> of(Long donor) {
        return database.createQuery(SELECT + "d.donor.id = :donor order by d.donor.id desc, d.id desc", Found.class)
                .setParameter("donor", donor)
                .getResultList()
                .stream()
                .map(this::gift)
                .toList();
    }

    /** Those of them with these numbers. */
    public List<Gift> among(Long donor, Collection<Long> ids) {
        return database.createQuery(SELECT + "d.donor.id = :donor and d.id in :ids order by d.id", Found.class)
                .setParameter("donor", donor)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(this::gift)
                .toList();
    }

    Optional<Gift> one(Long donor, String code) {
        return database.createQuery(SELECT + "d.donor.id = :donor and d.code = :code", Found.class)
                .setParameter("donor", donor)
                .setParameter("code", code)
                .getResultList()
                .stream()
                .findFirst()
                .map(this::gift);
    }

    private Gift gift(Found found) {
        String key = codes.of(found.code(), found.turn());
        boolean opens = TrackingCodes.hash(key).equals(found.hash());
        return new Gift(
                found.code(),
                found.driveTitle(),
                found.receivedAt(),
                found.reversedAt(),
                found.bags(),
                opens ? TrackingCodes.address(key) : null);
    }
}
