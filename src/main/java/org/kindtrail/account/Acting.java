package org.kindtrail.account;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Lets the program work in a person's name, with that person's scope and no more: for the demonstration and for tests; or for an
 * organisation in nobody's name, for what is done by the calendar. */
@ApplicationScoped
public class Acting {
    private final Accesses accesses;
    private final Scope scope;

    Acting(Accesses accesses, Scope scope) {
        this.accesses = accesses;
        this.scope = scope;
    }

    /** In the name of the person. */
    public <T> T as(Long personId, Supplier<T> work) {
        return inScope(() -> scope.enter(accesses.entrantFor(personId)), work);
    }

    /** In nobody's name, as somebody who holds a key does. */
    public <T> T asStranger(Supplier<T> work) {
        return inScope(() -> scope.anonymous("nobody"), work);
    }

    /** In nobody's name, for an organisation: what the calendar does there. */
    public <T> T forOrganisation(Long organisation, Supplier<T> work) {
        return inScope(() -> scope.enterByCalendar(organisation), work);
    }

    private static <T> T inScope(Runnable enter, Supplier<T> work) {
        ManagedContext request = Arc.container().requestContext();
        var before = request.isActive() ? request.getStateIfActive() : null;
        request.activate();
        try {
            enter.run();
            return work.get();
        } finally {
            request.terminate();
            if (before != null) {
                request.activate(before);
            }
        }
    }
}
