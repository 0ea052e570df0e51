package org.kindtrail.intake;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;

/** A label that a camera read. */
@Path("/l")
@Produces("text/html")
public class ScannedLabel {
    private final CodeFinder finder;

    ScannedLabel(CodeFinder finder) {
        this.finder = finder;
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public Response scanned(@PathParam("code") String code) {
        return finder.answer(code);
    }
}
