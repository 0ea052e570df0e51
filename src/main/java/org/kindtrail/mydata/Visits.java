package org.kindtrail.mydata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.kindtrail.donor.Donor;
import org.kindtrail.donor.KeptOfDonors;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Token;
import org.kindtrail.web.HouseSecret;

/** One-time links and the short visits that begin with one, or with the donor's code. Only hashes are kept. */
@ApplicationScoped
class Visits implements KeptOfDonors {
    static final Duration VISIT = Duration.ofMinutes(30);
    static final Duration LINK = Duration.ofHours(4);

    private final EntityManager database;
    private final HouseSecret house;
    private final Clock clock;

    Visits(EntityManager database, HouseSecret house, Clock clock) {
        this.database = database;
        this.house = house;
        this.clock = clock;
    }

    /** What a link that is sent by the message is made of; it need not be kept to be written when it is sent. */
    String link(String about) {
        return Token.of(house.signature("own-data link", about));
    }

    /** From now on the link opens, once. */
    void keepLink(Long donor, String link) {
        keep(donor, "LINK", link, LINK);
    }

    /** A visit begins. @return its secret, for a cookie */
    String begin(Long donor) {
        String secret = Token.random();
        keep(donor, "VISIT", secret, VISIT);
        return secret;
    }

    private void keep(Long donor, String kind, String secret, Duration lasts) {
        Instant now = clock.instant();
        database.createNativeQuery(
                        """
                        insert into donor_visit (donor_id, kind, hash, made_at, expires_at)
                        values (:donor, :kind, :hash, :now, :until)""")
                .setParameter("donor", donor)
                .setParameter("kind", kind)
                .setParameter("hash", Code.hash(secret))
                .setParameter("now", at(now))
                .setParameter("until", at(now.plus(lasts)))
                .executeUpdate();
    }

    /** Whose open link or visit it is, without using it up. */
    Optional<Long> whose(String kind, String secret) {
        List<Long> found = database.createNativeQuery(
                        """
                        select donor_id from donor_visit
                        where hash = :hash and kind = :kind and ended_at is null and expires_at > :now""",
                        Long.class)
                .setParameter("hash", Code.hash(secret))
                .setParameter("kind", kind)
                .setParameter("now", at(clock.instant()))
                .getResultList();
        return found.stream().findFirst();
    }

    /**
     * The secret of the visit to which the link leads in this browser. The same browser may come twice, as by a double
     * click, and comes to the same visit; another to none.
     *
     * @param browser the random name of the browser
     */
    String visit(String link, String browser) {
        return Token.of(house.signature("own-data visit", link + "|" + browser));
    }

    /** Uses the link up, and the visit begins. @return whether nobody was faster */
    boolean enter(Long donor, String link, String visit) {
        boolean first = end(link);
        if (first) {
            keep(donor, "VISIT", visit, VISIT);
        }
        return first;
    }

    /** @return whether it was open until now */
    boolean end(String secret) {
        return database.createNativeQuery(
                                "update donor_visit set ended_at = :now where hash = :hash and ended_at is null")
                        .setParameter("now", at(clock.instant()))
                        .setParameter("hash", Code.hash(secret))
                        .executeUpdate()
                == 1;
    }

    @Override
    public void erase(Donor donor) {
        database.createNativeQuery("delete from donor_visit where donor_id = :donor")
                .setParameter("donor", donor.getId())
                .executeUpdate();
        database.createNativeQuery(
                        "delete from own_data_request where donation_id in (select id from donation where donor_id = :donor)")
                .setParameter("donor", donor.getId())
                .executeUpdate();
    }

    /** Lets go of what ended before that moment. */
    void forget(Instant before) {
        database.createNativeQuery("delete from donor_visit where expires_at < :before")
                .setParameter("before", at(before))
                .executeUpdate();
        database.createNativeQuery("delete from own_data_request where asked_at < :before")
                .setParameter("before", at(before))
                .executeUpdate();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
