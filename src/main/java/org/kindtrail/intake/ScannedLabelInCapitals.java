package org.kindtrail.intake;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;

/** The same in capitals, as the QR code has it: that makes the code smaller. */
@Path("/L")
@Produces("text/html")
public class ScannedLabelInCapitals {
    private final CodeFinder finder;

    ScannedLabelInCapitals(CodeFinder finder) {
        this.finder = finder;
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public Response scanned(@PathParam("code") String code) {
        return finder.answer(code);
    }
}
