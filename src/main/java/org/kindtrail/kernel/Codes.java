package org.kindtrail.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Issues codes. A label code is never issued twice: its number is given out once ({@link CodeNumbers}). Keys are random. The
 * tables that hold codes are unique by them all the same and nothing is ever removed from those, so a code drawn again (the
 * demonstration draws its own) is refused by the database and the request tried anew with another.
 */
@ApplicationScoped
public class Codes {
    private final RandomGenerator secure = new SecureRandom();
    private final CodeNumbers numbers;
    private volatile RandomGenerator repeatable;

    public Codes(CodeNumbers numbers) {
        this.numbers = numbers;
    }

    public String next(CodeKind kind) {
        RandomGenerator drawn = repeatable;
        if (drawn != null) {
            return Code.random(kind, drawn);
        }
        return kind.isKey() ? Code.random(kind, secure) : Code.numbered(kind, numbers);
    }

    /** Makes the codes that follow repeatable: for the demonstration, whose codes stand in the API's examples. */
    public void drawFrom(RandomGenerator generator) {
        repeatable = generator;
    }

    /** Back to codes that nobody can foresee. */
    public void drawAtRandom() {
        repeatable = null;
    }
}
