package org.kindtrail.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Issues codes. A code is never issued twice: the tables that hold codes are unique by them and nothing is ever removed
 * from those, so a code drawn again is refused by the database and the request tried anew with another.
 */
@ApplicationScoped
public class Codes {
    private volatile RandomGenerator random = new SecureRandom();

    public String next(CodeKind kind) {
        return Code.random(kind, random);
    }

    /** Makes the codes that follow repeatable: for the demonstration, whose codes stand in the API's examples. */
    public void drawFrom(RandomGenerator repeatable) {
        random = repeatable;
    }

    /** Back to codes that nobody can foresee. */
    public void drawAtRandom() {
        random = new SecureRandom();
    }
}
