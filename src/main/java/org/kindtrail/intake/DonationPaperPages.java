package org.kindtrail.intake;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Papers;

/** What is printed of a donation. */
@Path("/donations/{code}")
@Produces("text/html")
public class DonationPaperPages {
    private final DonationPapers described;
    private final Papers papers;

    DonationPaperPages(DonationPapers described, Papers papers) {
        this.described = described;
        this.papers = papers;
    }

    private static String at(Paper paper) {
        return "/donations/" + paper.number();
    }

    @GET
    @Path("/received")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance received(@PathParam("code") String code, @Context UriInfo here) {
        Paper paper = described.received(code, here);
        return papers.page(paper, at(paper) + "/received.pdf", at(paper));
    }

    @GET
    @Path("/received.pdf")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    public Response receivedPdf(@PathParam("code") String code, @Context UriInfo here) {
        return papers.pdf(described.received(code, here));
    }

    @GET
    @Path("/certificate")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance certificate(@PathParam("code") String code, @QueryParam("named") String named) {
        boolean withName = withName(named);
        Paper paper = described.certificate(code, withName);
        return papers.page(paper, at(paper) + "/certificate.pdf" + (withName ? "?named=true" : ""), at(paper));
    }

    @GET
    @Path("/certificate.pdf")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    public Response certificatePdf(@PathParam("code") String code, @QueryParam("named") String named) {
        return papers.pdf(described.certificate(code, withName(named)));
    }

    private static boolean withName(String named) {
        return Boolean.TRUE.equals(Cursor.truth("named", named));
    }
}
