package org.kindtrail.shipment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Papers;

/** Goods received notes, and what was written off by a number of the same kind: as pages, and as PDF. */
@Path("/receipts")
@Produces("text/html")
public class ReceiptPages {
    private final ShipmentPapers described;
    private final PaperFacts facts;
    private final Papers papers;

    ReceiptPages(ShipmentPapers described, PaperFacts facts, Papers papers) {
        this.described = described;
        this.facts = facts;
        this.papers = papers;
    }

    /** A goods received note; of what was written off, the loss report. */
    @GET
    @Path("/{receipt}")
    @OpenTo(Role.VOLUNTEER)
    public Response receipt(@PathParam("receipt") String receipt) {
        Optional<String> shipment = facts.shipmentOfReceipt(receipt);
        if (shipment.isEmpty()) {
            return Response.seeOther(URI.create("/shipments/" + facts.shipmentOfLoss(receipt) + "/loss-report")).build();
        }
        String code = Code.read(CodeKind.RECEIPT, receipt).orElseThrow();
        Paper paper = described.receipt(shipment.get(), code);
        return Response.ok(
                        papers.page(paper, "/receipts/" + code + "/note.pdf", "/shipments/" + shipment.get()),
                        "text/html;charset=UTF-8")
                .build();
    }

    @GET
    @Path("/{receipt}/note.pdf")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    public Response receiptPdf(@PathParam("receipt") String receipt) {
        String shipment = facts.shipmentOfReceipt(receipt).orElseThrow(() -> new NotFound(receipt));
        return papers.pdf(described.receipt(shipment, Code.read(CodeKind.RECEIPT, receipt).orElseThrow()));
    }
}
