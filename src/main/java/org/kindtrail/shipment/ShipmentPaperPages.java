package org.kindtrail.shipment;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Papers;

/** The papers of shipments: as pages, and as PDF. */
@Path("/shipments")
@Produces("text/html")
public class ShipmentPaperPages {
    private final ShipmentPapers described;
    private final Papers papers;

    ShipmentPaperPages(ShipmentPapers described, Papers papers) {
        this.described = described;
        this.papers = papers;
    }

    private TemplateInstance page(Paper paper, String code, String name) {
        return papers.page(paper, "/shipments/" + code + "/" + name + ".pdf", "/shipments/" + code);
    }

    @GET
    @Path("/{code}/packing-list")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance packingList(@PathParam("code") String code) {
        return page(described.packingList(code), code, "packing-list");
    }

    @GET
    @Path("/{code}/packing-list.pdf")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    public Response packingListPdf(@PathParam("code") String code) {
        return papers.pdf(described.packingList(code));
    }

    @GET
    @Path("/{code}/value-list")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance valueList(@PathParam("code") String code) {
        return page(described.valueList(code), code, "value-list");
    }

    @GET
    @Path("/{code}/value-list.pdf")
    @Produces("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    public Response valueListPdf(@PathParam("code") String code) {
        return papers.pdf(described.valueList(code));
    }

    @GET
    @Path("/{code}/loss-report")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance losses(@PathParam("code") String code) {
        return page(described.losses(code), code, "loss-report");
    }

    @GET
    @Path("/{code}/loss-report.pdf")
    @Produces("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    public Response lossesPdf(@PathParam("code") String code) {
        return papers.pdf(described.losses(code));
    }

    @GET
    @Path("/{code}/waybills/{waybill}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance waybill(
            @PathParam("code") String code, @PathParam("waybill") String waybill, @Context UriInfo here) {
        String number = number(waybill);
        return page(described.waybill(code, number, here), code, "waybills/" + number + "/waybill");
    }

    @GET
    @Path("/{code}/waybills/{waybill}/waybill.pdf")
    @Produces("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    public Response waybillPdf(
            @PathParam("code") String code, @PathParam("waybill") String waybill, @Context UriInfo here) {
        return papers.pdf(described.waybill(code, number(waybill), here));
    }

    static String number(String typed) {
        return Code.read(CodeKind.WAYBILL, typed).orElseThrow(() -> new NotFound(typed));
    }
}
