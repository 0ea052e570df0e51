package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.kindtrail.web.Network;
import org.kindtrail.web.Visitor;

/**
 * Tells whoever runs the service what happens at its doors, in the log category {@code kindtrail.security}: one line each,
 * a word for what happened, who by number, and, where somebody was turned away, from which network. Nothing that was typed
 * stands in it, and no name. docs/operations.md lists the words.
 */
@ApplicationScoped
class SecurityLog {
    static final String CATEGORY = "kindtrail.security";
    private static final Logger LOG = Logger.getLogger(CATEGORY);

    private final Scope scope;
    private final Visitor visitor;

    SecurityLog(Scope scope, Visitor visitor) {
        this.scope = scope;
        this.visitor = visitor;
    }

    /** Done by whoever is signed in. */
    void done(String what) {
        done(what, scope.personOrNull());
    }

    /** @param person the number of who did it; null when nobody is known */
    void done(String what, Long person) {
        LOG.infof("%s person=%s", what, person == null ? "-" : person);
    }

    /** Somebody must wait after wrong guesses; the lines before tell from where they came. */
    static void heldUp() {
        LOG.warn("held_up");
    }

    /** Somebody is turned away. */
    void refused(String what) {
        Long person = scope.personOrNull();
        String network = Network.of(visitor.address());
        LOG.warnf("%s person=%s from=%s", what, person == null ? "-" : person, network.isEmpty() ? "-" : network);
    }
}
