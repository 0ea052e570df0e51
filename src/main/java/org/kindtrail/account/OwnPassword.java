package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.kindtrail.kernel.Invalid;

/** Asks who is signed in for their password once more, before what an unwatched browser must not do. */
@ApplicationScoped
class OwnPassword {
    private static final int LONGEST = 1000;

    private final People people;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Scope scope;
    private final SecurityLog log;

    OwnPassword(People people, Passwords passwords, Attempts attempts, Scope scope, SecurityLog log) {
        this.people = people;
        this.passwords = passwords;
        this.attempts = attempts;
        this.scope = scope;
        this.log = log;
    }

    /**
     * @param field where it was typed
     * @return who is signed in, and knows their password
     * @throws Invalid when it is not theirs
     * @throws org.kindtrail.kernel.TooManyAttempts after wrong guesses by whoever holds a session
     */
    Person shown(String password, String field) {
        Person me = people.findById(scope.person());
        Limit limit = Limit.doubling("own password|" + me.getName(), Attempts.FREE).thatForgives();
        attempts.guarded(List.of(limit), () -> knows(me, password) ? Optional.of(me) : Optional.empty())
                .orElseThrow(() -> {
                    log.refused("own_password_refused");
                    return Invalid.field(field, "error_password_old");
                });
        return me;
    }

    private boolean knows(Person me, String password) {
        return password != null && password.length() <= LONGEST && passwords.fits(password, me.getPasswordHash());
    }
}
