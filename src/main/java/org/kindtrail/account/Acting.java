package org.kindtrail.account;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Lets the program work in a person's name, with that person's scope and no more: for the demonstration and for tests. */
@ApplicationScoped
public class Acting {
    private final Accesses accesses;
    private final Scope scope;

    Acting(Accesses accesses, Scope scope) {
        this.accesses = accesses;
        this.scope = scope;
    }

    public <T> T as(Long personId, Supplier<T> work) {
        ManagedContext request = Arc.container().requestContext();
        var before = request.isActive() ? request.getStateIfActive() : null;
        request.activate();
        try {
            scope.enter(accesses.entrantFor(personId));
            return work.get();
        } finally {
            request.terminate();
            if (before != null) {
                request.activate(before);
            }
        }
    }
}
