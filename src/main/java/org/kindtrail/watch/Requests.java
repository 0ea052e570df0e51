package org.kindtrail.watch;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.kindtrail.web.RequestNumber;

/**
 * Sees each request come and go, by the pattern of its address. The address itself is told to nobody: it holds codes and keys. Where
 * neither metrics nor traces are wanted, it does not look.
 */
@ApplicationScoped
class Requests {
    private static final String ROUTE = Requests.class.getName();
    private static final int FIRST = 1;

    private final Scrape scrape;
    private final Traces traces;
    private final Map<Method, String> routes = new ConcurrentHashMap<>();

    Requests(Scrape scrape, Traces traces) {
        this.scrape = scrape;
        this.traces = traces;
    }

    private boolean isWanted() {
        return scrape.isWanted() || traces.isWanted();
    }

    void listen(@Observes Router router) {
        if (isWanted()) {
            router.route().order(Integer.MIN_VALUE).handler(this::come);
        }
    }

    private void come(RoutingContext context) {
        long began = System.nanoTime();
        Traces.Request traced = traces.begin(context);
        context.addEndHandler(end -> {
            HttpServerRequest request = context.request();
            Seen seen = Seen.of(
                    request.method().name(),
                    request.path(),
                    context.get(ROUTE),
                    context.response().getStatusCode(),
                    end.succeeded(),
                    RequestNumber.of(context),
                    System.nanoTime() - began);
            scrape.answered(seen);
            traced.end(seen);
        });
        context.next();
    }

    /** A door has it. */
    @ServerRequestFilter(priority = FIRST)
    void match(ResourceInfo door) {
        if (isWanted()) {
            ResteasyReactiveRequestContext work = CurrentRequestManager.get();
            RoutingContext context = work == null ? null : work.unwrap(RoutingContext.class);
            if (context != null) {
                context.put(ROUTE, routes.computeIfAbsent(door.getResourceMethod(), Requests::pattern));
            }
        }
    }

    /** As the door's annotations say it; what a parameter has to look like is left out. */
    static String pattern(Method door) {
        Path room = door.getDeclaringClass().getAnnotation(Path.class);
        Path own = door.getAnnotation(Path.class);
        String whole = "/" + (room == null ? "" : room.value()) + "/" + (own == null ? "" : own.value());
        String plain = whole.replaceAll("\\{\\s*([\\w.-]+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}").replaceAll("/{2,}", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
