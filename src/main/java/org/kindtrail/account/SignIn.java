package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Invalid;

/** Opens and ends sessions and tokens. */
@ApplicationScoped
public class SignIn {
    static final Duration SESSION_LASTS = Duration.ofHours(16);
    static final Duration TOKEN_LASTS = Duration.ofDays(365);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final People people;
    private final Accesses accesses;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Clock clock;

    SignIn(People people, Accesses accesses, Passwords passwords, Attempts attempts, Clock clock) {
        this.people = people;
        this.accesses = accesses;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Finds out whose name and password they are. That alone opens nothing yet.
     *
     * @param from where the attempt comes from: the browser when it is one that this person signed in from before, else
     *     the network address
     * @throws Invalid when name and password do not belong together, or the person is not active: it does not tell which
     * @throws org.kindtrail.kernel.TooManyAttempts after wrong ones from the same place
     */
    public Person withPassword(String name, String password, String from) {
        String known = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        attempts.admit("sign-in " + known, from);
        Optional<Person> person = people.named(known).filter(Person::isActive);
        boolean fits = password != null
                && password.length() <= 1000
                && passwords.fits(password, person.map(Person::getPasswordHash).orElse(null));
        if (!fits) {
            attempts.failed("sign-in " + known, from);
            throw Invalid.field("_name", "account_sign_in_wrong");
        }
        attempts.succeeded("sign-in " + known, from);
        return person.orElseThrow();
    }

    /** @return the session's secret, for the cookie */
    @Transactional
    public String session(Long personId, String label) {
        return open(personId, Access.Kind.SESSION, label, SESSION_LASTS);
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
        accesses.update("endedAt = ?1 where id = ?2 and endedAt is null", clock.instant(), accessId);
    }

    private String open(Long personId, Access.Kind kind, String label, Duration lasts) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String shown = kind == Access.Kind.TOKEN ? "kt_" + secret : secret;
        var now = clock.instant();
        accesses.persist(new Access(personId, kind, Code.hash(shown), label, now, now.plus(lasts)));
        return secret;
    }
}
