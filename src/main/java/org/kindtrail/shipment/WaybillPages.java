package org.kindtrail.shipment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;

/** Where the number on a waybill leads. */
@Path("/waybills")
@Produces("text/html")
public class WaybillPages {
    private final PaperFacts facts;

    WaybillPages(PaperFacts facts) {
        this.facts = facts;
    }

    @GET
    @Path("/{waybill}")
    @OpenTo(Role.DISTRIBUTOR)
    public Response waybillOf(@PathParam("waybill") String waybill) {
        String shipment = facts.shipmentOfWaybill(waybill);
        return Response.seeOther(URI.create("/shipments/" + shipment + "/waybills/" + ShipmentPaperPages.number(waybill))).build();
    }
}
