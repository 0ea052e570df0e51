package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Invalid;

/** Opens and ends sessions and tokens. */
@ApplicationScoped
public class SignIn {
    static final Duration SESSION_LASTS = Duration.ofHours(16);
    static final Duration TOKEN_LASTS = Duration.ofDays(365);
    /** Wrong passwords for one name, from everywhere: so many at once, and then one each ... */
    static final int FREE_PER_NAME = 20;
    static final Duration EACH_PER_NAME = Duration.ofSeconds(20);
    /** Wrong sign-ins from one address, which may be a whole school's: so many at once, and then one each ... */
    static final int FREE_PER_ADDRESS = 100;
    static final Duration EACH_PER_ADDRESS = Duration.ofSeconds(6);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final People people;
    private final Accesses accesses;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Clock clock;
    private final SecurityLog log;

    SignIn(People people, Accesses accesses, Passwords passwords, Attempts attempts, Clock clock, SecurityLog log) {
        this.people = people;
        this.accesses = accesses;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Finds out whose name and password they are. That alone opens nothing yet.
     *
     * @param from where the attempt comes from: the browser when it is one that this person signed in from before, else
     *     the network address
     * @throws Invalid when name and password do not belong together, or the person is not active: it does not tell which
     * @throws org.kindtrail.kernel.TooManyAttempts after wrong ones from the same place, or for the same name
     */
    public Person withPassword(String name, String password, String from) {
        String known = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        return attempts.guarded(limits(known, from), () -> person(known, password))
                .orElseThrow(() -> {
                    log.refused("sign_in_refused");
                    return Invalid.field("_name", "account_sign_in_wrong");
                });
    }

    /**
     * One name from one place; and, so that neither many addresses guess at one name nor one address at many, each of the
     * two by itself. A browser that the person signed in from before is held to the first alone: others cannot be in its way.
     */
    private static List<Limit> limits(String name, String from) {
        Limit both = Attempts.perPlace("sign-in|" + name, from).thatForgives();
        return KnownDevice.is(from)
                ? List.of(both)
                : List.of(
                        both,
                        Limit.steady("sign-in|name|" + name, FREE_PER_NAME, EACH_PER_NAME),
                        Limit.steady("sign-in|from|" + from, FREE_PER_ADDRESS, EACH_PER_ADDRESS));
    }

    private Optional<Person> person(String name, String password) {
        Optional<Person> person = people.named(name).filter(Person::isActive);
        boolean fits = password != null
                && password.length() <= 1000
                && passwords.fits(password, person.map(Person::getPasswordHash).orElse(null));
        return fits ? person : Optional.empty();
    }

    /** @return the session's secret, for the cookie */
    @Transactional
    public String session(Long personId, String label) {
        return session(personId, label, SESSION_LASTS);
    }

    /** The same, for so long. */
    @Transactional
    String session(Long personId, String label, Duration lasts) {
        return open(personId, Access.Kind.SESSION, label, lasts);
    }

    /** A personal access token; shown once. */
    @Transactional
    public String token(Long personId, String label) {
        return token(personId, label, TOKEN_LASTS);
    }

    /** A personal access token for so long; shown once. */
    @Transactional
    String token(Long personId, String label, Duration lasts) {
        return "kt_" + open(personId, Access.Kind.TOKEN, label, lasts);
    }

    /** Ends the session of that secret, if there is one: whoever has it gets no further with it. */
    @Transactional
    void end(String secret) {
        if (secret != null && !secret.isBlank()) {
            accesses.update(
                    "endedAt = ?1 where hash = ?2 and kind = ?3 and endedAt is null",
                    clock.instant(),
                    Code.hash(secret),
                    Access.Kind.SESSION);
        }
    }

    /** Ends the session or token of that id. */
    @Transactional
    void end(Long accessId) {
        log.done("access_ended");
        accesses.update("endedAt = ?1 where id = ?2 and endedAt is null", clock.instant(), accessId);
    }

    private String open(Long personId, Access.Kind kind, String label, Duration lasts) {
        log.done(kind == Access.Kind.TOKEN ? "token_made" : "session_begun", personId);
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String shown = kind == Access.Kind.TOKEN ? "kt_" + secret : secret;
        var now = clock.instant();
        accesses.persist(new Access(personId, kind, Code.hash(shown), label, now, now.plus(lasts)));
        return secret;
    }
}
