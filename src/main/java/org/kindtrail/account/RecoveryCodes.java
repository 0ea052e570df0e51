package org.kindtrail.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.web.HouseSecret;

/**
 * Codes that somebody keeps on paper for the day when the telephone is lost: ten, of 60 random bits each, shown once and
 * taken once. The hash is keyed with the installation's secret, so that a stolen database does not help to find them.
 */
@ApplicationScoped
class RecoveryCodes implements PanacheRepositoryBase<RecoveryCode, String> {
    static final int HOW_MANY = 10;
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HouseSecret house;
    private final Clock clock;

    RecoveryCodes(HouseSecret house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    /** New ones, in place of all that the person had. */
    List<Confidential> anew(Long personId) {
        forget(personId);
        List<Confidential> codes = new ArrayList<>();
        for (int i = 0; i < HOW_MANY; i++) {
            String plain = random();
            persist(new RecoveryCode(hash(personId, plain), personId));
            codes.add(Confidential.of(shown(plain)));
        }
        flush();
        return codes;
    }

    private static String random() {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            plain.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return plain.toString();
    }

    private static String shown(String plain) {
        return plain.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** Whether it is one of the person's that was not used yet; it is used from now on, also when it comes twice at once. */
    boolean take(Long personId, String typed) {
        String plain = plain(typed);
        return plain.length() == LENGTH
                && update("usedAt = ?1 where hash = ?2 and usedAt is null", clock.instant(), hash(personId, plain)) == 1;
    }

    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    long left(Long personId) {
        return count("personId = ?1 and usedAt is null", personId);
    }

    void forget(Long personId) {
        delete("personId", personId);
    }

    private String hash(Long personId, String plain) {
        return house.digest("recovery codes", personId + "|" + plain);
    }
}
