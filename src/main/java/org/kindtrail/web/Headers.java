package org.kindtrail.web;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What every answer tells the browser: run no script, show in no frame, keep nothing, tell no other site the address. It
 * stands at the router, so that what the framework answers by itself says the same.
 */
class Headers {
    private static final String POLICY = "Content-Security-Policy";
    /** A browser that was here by TLS comes back by nothing else for a year. */
    private static final String TLS_ONLY = "max-age=31536000; includeSubDomains";
    private static final Map<String, String> ALL = Map.of(
            POLICY, "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "geolocation=(), microphone=(), camera=(), interest-cohort=()",
            "Cache-Control", "no-store");

    private final Style style;

    Headers(Style style) {
        this.style = style;
    }

    /** Pages have a style sheet in them. */
    @ServerResponseFilter
    void allowStyle(ContainerResponseContext response) {
        response.getHeaders().putSingle(POLICY, style.policy());
    }

    void listen(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).handler(context -> {
            context.addHeadersEndHandler(end -> complete(context));
            context.next();
        });
    }

    private static void complete(RoutingContext context) {
        MultiMap headers = context.response().headers();
        ALL.forEach((name, value) -> {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        });
        if (Visitor.isSafe(context.request())) {
            headers.set("Strict-Transport-Security", TLS_ONLY);
        }
    }
}
