package org.kindtrail.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.seal.Seal;
import org.kindtrail.seal.SealOwner;

/**
 * Who has a second factor, and whether a code is theirs. A code is taken once: the step that it belongs to is compared and
 * kept in one statement, so that of two who send it at the same moment, to whichever node, one comes too late.
 */
@ApplicationScoped
class SecondFactors implements PanacheRepository<SecondFactor> {
    /** So long a new secret waits to be confirmed. */
    static final Duration PENDING = Duration.ofMinutes(30);
    /**
     * After so many wrong codes in a row the app's are taken no more, only a recovery code: with three of a million that fit
     * at any moment, guessing finds one with a probability below 0.03 %.
     */
    static final int MOST_WRONG = 100;

    private static final String ACTIVE = "totp";
    private static final String NEXT = "totp_next";

    private final RecoveryCodes recovery;
    private final Seal seal;
    private final Attempts attempts;
    private final History history;
    private final Clock clock;
    private final SecurityLog log;

    SecondFactors(RecoveryCodes recovery, Seal seal, Attempts attempts, History history, Clock clock, SecurityLog log) {
        this.recovery = recovery;
        this.seal = seal;
        this.attempts = attempts;
        this.history = history;
        this.clock = clock;
        this.log = log;
    }

    /** Since when a code is asked for when the person signs in; empty when none is. */
    Optional<Instant> activeSince(Long personId) {
        return getEntityManager()
                .createQuery(
                        "select f.activeSince from SecondFactor f where f.personId = :person and f.activeSince is not null",
                        Instant.class)
                .setParameter("person", personId)
                .getResultList()
                .stream()
                .findFirst();
    }

    boolean active(Long personId) {
        return activeSince(personId).isPresent();
    }

    /**
     * Takes a code of the app, or a recovery code, of somebody whose second factor is active.
     *
     * @param field where it was typed
     * @throws Invalid when it is none of theirs, or was taken before: it does not tell which
     * @throws org.kindtrail.kernel.TooManyAttempts after wrong ones, wherever they came from
     */
    void take(Person person, String field, String typed) {
        String plain = plain(typed);
        if (!slowly(person, () -> QuarkusTransaction.joiningExisting().call(() -> fits(person, plain)))) {
            throw Invalid.field(field, "error_factor_code");
        }
    }

    /** Whoever tries has shown the right password, so all tries at one person are counted together. */
    private boolean slowly(Person person, BooleanSupplier fits) {
        Limit limit = Limit.doubling("second factor|" + person.getName(), Attempts.FREE).thatForgives();
        boolean right = attempts.guarded(List.of(limit), () -> fits.getAsBoolean() ? Optional.of(true) : Optional.<Boolean>empty())
                .isPresent();
        if (!right) {
            log.refused("second_factor_refused");
            QuarkusTransaction.requiringNew().run(() -> countWrong(person));
        }
        return right;
    }

    private void countWrong(Person person) {
        update("wrong = wrong + 1 where personId = ?1", person.getId());
        if (count("personId = ?1 and wrong = ?2", person.getId(), MOST_WRONG) == 1) {
            note(person, "person_factor_blocked", null);
        }
    }

    private boolean fits(Person person, String plain) {
        if (!plain.matches("[0-9]{6}")) {
            return takeRecovery(person, plain);
        }
        Confidential secret = seal.open(owner(person)).get(ACTIVE);
        OptionalLong step = secret == null ? OptionalLong.empty() : TimeCodes.step(secret.text(), plain, clock.instant());
        return step.isPresent()
                && update(
                                "lastStep = ?1, wrong = 0 where personId = ?2 and activeSince is not null and lastStep < ?1"
                                        + " and wrong < ?3",
                                step.getAsLong(),
                                person.getId(),
                                MOST_WRONG)
                        == 1;
    }

    private boolean takeRecovery(Person person, String plain) {
        if (!recovery.take(person.getId(), plain)) {
            return false;
        }
        update("wrong = 0 where personId = ?1", person.getId());
        note(person, "person_factor_recovery", null);
        return true;
    }

    /** What was typed or pasted, without the spaces and dashes that make it readable. */
    private static String plain(String typed) {
        String bounded = typed == null || typed.length() > 60 ? "" : typed;
        return bounded.replaceAll("[\\s\\p{Z}\\p{Cf}\\-]", "");
    }

    /** A new secret waits to be confirmed in this session; what is active stays so meanwhile. */
    void begin(Person person, Long access) {
        int changed = update(
                "pendingSince = ?1, pendingAccess = ?2 where personId = ?3", clock.instant(), access, person.getId());
        if (changed == 0) {
            persistAndFlush(new SecondFactor(person.getId(), clock.instant(), access));
        }
        seal.keep(owner(person), Map.of(NEXT, Confidential.of(TimeCodes.newSecret())));
    }

    /** The secret that waits to be confirmed in this session, in base32. */
    Optional<Confidential> pending(Person person, Long access) {
        boolean waits = count(
                        "personId = ?1 and pendingAccess = ?2 and pendingSince > ?3",
                        person.getId(),
                        access,
                        clock.instant().minus(PENDING))
                == 1;
        return waits ? Optional.ofNullable(seal.open(owner(person)).get(NEXT)) : Optional.empty();
    }

    /**
     * From now on the app with the secret that waited counts, and no other.
     *
     * @throws Invalid when the app does not show this code
     * @throws Refused when nothing waits here any more
     */
    void confirm(Person person, Long access, String field, String typed) {
        Confidential secret = pending(person, access).orElseThrow(() -> new Refused("error_factor_pending_over"));
        OptionalLong step = TimeCodes.step(secret.text(), plain(typed), clock.instant());
        if (step.isEmpty()) {
            throw Invalid.field(field, "error_factor_first_code");
        }
        int confirmed = update(
                "activeSince = ?1, lastStep = ?2, wrong = 0, pendingSince = null, pendingAccess = null"
                        + " where personId = ?3 and pendingAccess = ?4",
                clock.instant(),
                step.getAsLong(),
                person.getId(),
                access);
        if (confirmed != 1) {
            throw new Refused("error_factor_pending_over");
        }
        seal.keep(owner(person), Map.of(ACTIVE, secret, NEXT, Confidential.of("")));
    }

    /** No code is asked for any more, and nothing of the second factor is kept. */
    void remove(Person person) {
        delete("personId", person.getId());
        recovery.forget(person.getId());
        seal.keep(owner(person), Map.of(ACTIVE, Confidential.of(""), NEXT, Confidential.of("")));
    }

    private void note(Person person, String happened, String why) {
        history.noteIn(person.getOrganisationId(), person.getId(), PeopleService.subject(person.getName()), happened, why);
    }

    private static SealOwner owner(Person person) {
        return new SealOwner("person", person.getId(), person.getOrganisationId());
    }
}
