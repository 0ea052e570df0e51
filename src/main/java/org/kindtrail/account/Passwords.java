package org.kindtrail.account;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Passwords, kept by bcrypt; longer ones than it can take are hashed first, so that every character counts. */
@ApplicationScoped
public class Passwords {
    private final int cost;
    private final String nobodys;

    Passwords(@ConfigProperty(name = "kindtrail.password-cost", defaultValue = "12") int cost) {
        this.cost = cost;
        this.nobodys = hash("nobody has this password");
    }

    public String hash(String password) {
        return BCrypt.with(BCrypt.Version.VERSION_2A, new SecureRandom(), LongPasswordStrategies.hashSha512(BCrypt.Version.VERSION_2A))
                .hashToString(cost, password.toCharArray());
    }

    /** @param hash null when there is no such person; the work is done all the same, so that time tells nothing */
    boolean fits(String password, String hash) {
        boolean same = BCrypt.verifyer(BCrypt.Version.VERSION_2A, LongPasswordStrategies.hashSha512(BCrypt.Version.VERSION_2A))
                .verify(password.toCharArray(), (hash == null ? nobodys : hash).toCharArray())
                .verified;
        return same && hash != null;
    }
}
