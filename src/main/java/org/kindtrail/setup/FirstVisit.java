package org.kindtrail.setup;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.kindtrail.account.Installations;

/** As long as nobody works here, every page leads to the set-up. */
class FirstVisit {
    private final Installations installations;

    FirstVisit(Installations installations) {
        this.installations = installations;
    }

    @ServerRequestFilter(priority = 1000)
    Optional<Response> lead(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean staysOpen = path.equals(SetUpPages.PATH) || path.matches("/(api|q|problems)(/.*)?|/icon.*|/favicon.*");
        return staysOpen || installations.isSetUp()
                ? Optional.empty()
                : Optional.of(Response.seeOther(URI.create(SetUpPages.PATH)).build());
    }
}
