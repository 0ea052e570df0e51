package org.kindtrail.watch;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.kindtrail.database.StatementTimes;

/**
 * Traces for a collector that who runs the service names ({@code kindtrail.traces.url}, OpenTelemetry by HTTP). Without it none of the
 * library's classes is loaded and nothing goes out. What a trace says is put together here, piece by piece, and by no library that
 * watches by itself: those tell addresses, statements and messages, which hold codes.
 */
@ApplicationScoped
class Traces {
    private static final String TRACED = Traces.class.getName();

    /** A request that is on its way. */
    interface Request {
        Request NONE = seen -> {};

        void end(Seen seen);
    }

    private final boolean isWanted;
    private final Tracing tracing;

    Traces(
            Clock clock,
            @ConfigProperty(name = "kindtrail.traces.url") Optional<String> collector,
            @ConfigProperty(name = "kindtrail.traces.share") double share) {
        isWanted = collector.isPresent();
        if (isWanted) {
            tracing = new Tracing(Tracing.to(collector.get()), share, clock);
            StatementTimes.tell(this::executed);
        } else {
            tracing = null;
        }
    }

    boolean isWanted() {
        return isWanted;
    }

    Request begin(RoutingContext context) {
        if (!isWanted) {
            return Request.NONE;
        }
        Tracing.Begun begun = tracing.begin();
        context.put(TRACED, begun);
        return begun;
    }

    /** Only of requests: what is done by the calendar has nobody who waits for it. */
    private void executed(String sql, long began) {
        ResteasyReactiveRequestContext work = CurrentRequestManager.get();
        RoutingContext context = work == null ? null : work.unwrap(RoutingContext.class);
        if (context != null && context.get(TRACED) instanceof Tracing.Begun begun) {
            begun.executed(sql, began);
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        if (isWanted) {
            tracing.close();
        }
    }
}
