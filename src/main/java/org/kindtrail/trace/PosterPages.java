package org.kindtrail.trace;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.paper.Papers;
import org.kindtrail.paper.Poster;

/** A drive as a poster, for who puts it up. */
@Path("/drives/{code}")
@Produces("text/html")
public class PosterPages {
    private final DriveBalances balances;
    private final SharedDrive shared;
    private final Papers papers;

    PosterPages(DriveBalances balances, SharedDrive shared, Papers papers) {
        this.balances = balances;
        this.shared = shared;
        this.papers = papers;
    }

    @GET
    @Path("/poster")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance poster(@PathParam("code") String code) {
        DriveBalances.PublicDrive told = balances.oursInPublic(code);
        String drive = "/drives/" + told.balance().code();
        return papers.poster(shared.poster(told), drive + "/poster.pdf", drive);
    }

    @GET
    @Path("/poster.pdf")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    public Response pdf(@PathParam("code") String code) {
        Poster poster = shared.poster(balances.oursInPublic(code));
        return papers.pdf(poster);
    }
}
