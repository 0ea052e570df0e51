package org.kindtrail.dispatch;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Papers;
import org.kindtrail.stock.Reverse;
import org.kindtrail.web.Form;

/** What was confirmed, and taking it back. */
@Path("/deliveries")
@Produces("text/html")
public class DeliveryPages {
    private final DeliveryService deliveries;
    private final DispatchPapers described;
    private final Papers papers;
    private final Once once;

    DeliveryPages(DeliveryService deliveries, DispatchPapers described, Papers papers, Once once) {
        this.deliveries = deliveries;
        this.described = described;
        this.papers = papers;
        this.once = once;
    }

    @CheckedTemplate(basePath = "dispatch", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance delivery(DeliveryView delivery, Form form);
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance delivery(@PathParam("code") String code) {
        return Templates.delivery(deliveries.get(code), Form.empty());
    }

    /** Proof of delivery, on paper. */
    @GET
    @Path("/{code}/proof")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance proof(@PathParam("code") String code) {
        Paper paper = described.proof(code);
        return papers.page(paper, "/deliveries/" + paper.number() + "/proof.pdf", "/deliveries/" + paper.number());
    }

    @GET
    @Path("/{code}/proof.pdf")
    @Produces("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    public Response proofPdf(@PathParam("code") String code) {
        return papers.pdf(described.proof(code));
    }

    @POST
    @Path("/{code}/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/dispatches/"
                        + deliveries.reverse(code, Reverse.read(form)).dispatch(),
                refused -> Templates.delivery(deliveries.get(code), refused));
    }
}
