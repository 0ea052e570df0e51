package org.kindtrail.account;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** Where people sign out. */
@Path(SignOutPages.PATH)
@Produces("text/html")
public class SignOutPages {
    static final String PATH = "/logout";

    private final SignIn signIn;
    private final Scope scope;

    SignOutPages(SignIn signIn, Scope scope) {
        this.signIn = signIn;
        this.scope = scope;
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(partners = true, beforeSecondFactor = true)
    public Response signOut(@Context UriInfo address) {
        signIn.end(scope.access());
        return gone("https".equals(address.getRequestUri().getScheme()));
    }

    /**
     * To the start page, without the cookie. The browser forgets pages that it keeps against our word; the other cookies stay, as
     * others on the same telephone are known by them.
     */
    static Response gone(boolean secure) {
        return Response.seeOther(URI.create("/"))
                .header("Clear-Site-Data", "\"cache\"")
                .cookie(Doorkeeper.cookie(Doorkeeper.SESSION, "", 0, secure))
                .build();
    }
}
