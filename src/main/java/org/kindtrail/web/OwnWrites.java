package org.kindtrail.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.kindtrail.kernel.ReplicaReads;

/**
 * Who must see what they did a moment ago. A browser that sent a form carries a cookie for longer than the replica may be behind;
 * a program that shows a token is sent to the replica only when it says that it takes what is stale ({@code Cache-Control: max-stale}).
 */
@ApplicationScoped
class OwnWrites {
    static final String COOKIE = "kindtrail_wrote";
    private static final int MORE_SECONDS = 5;

    private final Laggard laggard;
    private final Visitor visitor;
    private final Duration bound;

    OwnWrites(Laggard laggard, Visitor visitor, @ConfigProperty(name = "kindtrail.database.replica-lag") Duration bound) {
        this.laggard = laggard;
        this.visitor = visitor;
        this.bound = bound;
    }

    boolean mayLag() {
        return laggard.may();
    }

    @ServerRequestFilter
    void see(ContainerRequestContext request) {
        if (ReplicaReads.isSet()) {
            boolean wrote = Cookies.value(request.getCookies(), COOKIE, visitor.isSafe()) != null;
            String wishes = request.getHeaderString("Cache-Control");
            boolean asked = request.getHeaderString("Authorization") == null || wishes != null && wishes.contains("max-stale");
            laggard.may(request.getMethod().equals("GET") && !wrote && asked);
        }
    }

    @ServerResponseFilter
    void mark(ContainerRequestContext request, ContainerResponseContext response) {
        if (ReplicaReads.isSet() && request.getMethod().equals("POST") && request.getHeaderString("Authorization") == null) {
            int seconds = (int) bound.toSeconds() + MORE_SECONDS;
            response.getHeaders().add("Set-Cookie", Cookies.cookie(COOKIE, "1", seconds, visitor.isSafe()));
        }
    }
}
