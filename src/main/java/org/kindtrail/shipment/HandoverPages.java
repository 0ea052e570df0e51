package org.kindtrail.shipment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.kindtrail.account.Once;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.web.Form;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Reading;
import org.kindtrail.web.Visitor;

/** Receipt by somebody who has no account and holds the key that came with the goods, on paper or by telephone. */
@Path("/z")
@Produces("text/html")
public class HandoverPages {
    private final HandoverService handovers;
    private final Once once;
    private final Visitor visitor;

    HandoverPages(HandoverService handovers, Once once, Visitor visitor) {
        this.handovers = handovers;
        this.once = once;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "shipment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance key(Form form);

        static native TemplateInstance handover(String key, HandoverView handover, boolean many, Form form);

        static native TemplateInstance handedOver(HandoverView handover, Form form);

        static native TemplateInstance handoverThanks();
    }

    /** More than these are not ticked in a list, but named by their codes. */
    private static final int MOST_TICKED = 500;

    @GET
    @OpenToAnyone
    public Response typing(@QueryParam("code") String typed) {
        if (typed == null) {
            return page(200, Templates.key(Form.empty()));
        }
        try {
            return Response.status(303)
                    .location(URI.create("/z/" + handovers.open(typed, visitor.address()).key()))
                    .build();
        } catch (HandoverService.WrongKey wrong) {
            return wrongKey(422, typed);
        }
    }

    /** What was typed comes back for another look; it is shown to nobody else. */
    private static Response wrongKey(int status, String typed) {
        Form form = Form.empty().with("code", typed).refusedFor(Invalid.field("code", "error_handover_key"));
        return page(status, Templates.key(form));
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).type("text/html;charset=UTF-8").entity(page).build();
    }

    @GET
    @Path("/thanks")
    @OpenToAnyone
    public TemplateInstance thanks() {
        return Templates.handoverThanks();
    }

    @GET
    @Path("/{key}")
    @OpenToAnyone
    public Response handover(@PathParam("key") String key) {
        try {
            return page(200, page(handovers.open(key, visitor.address()), Form.empty()));
        } catch (HandoverService.WrongKey wrong) {
            return wrongKey(404, key);
        }
    }

    private TemplateInstance page(HandoverService.Opened opened, Form form) {
        HandoverView handover = handovers.view(opened);
        return handover.confirmed()
                ? Templates.handedOver(handover, form)
                : Templates.handover(opened.key(), handover, handover.boxes().size() > MOST_TICKED, form);
    }

    /** Leads on to a page whose address does not bear the key: where a form led is kept with its one-time key. */
    @POST
    @Path("/{key}")
    @Consumes("application/x-www-form-urlencoded")
    @OpenToAnyone
    public Response confirm(@PathParam("key") String key, MultivaluedMap<String, String> typed) {
        HandoverService.Opened opened;
        try {
            opened = handovers.open(key, visitor.address());
        } catch (HandoverService.WrongKey wrong) {
            return wrongKey(404, key);
        }
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    confirm(opened, form);
                    return "/z/thanks";
                },
                refused -> page(opened, refused));
    }

    private void confirm(HandoverService.Opened opened, Form form) {
        Reading read = form.read();
        TypedCodes.under(
                "missing",
                () -> new ConfirmHandover(
                        TypedCodes.read(form, "missing"),
                        TypedCodes.read(form, "damaged").stream().map(each -> new DamagedBox(each, null)).toList(),
                        read.text("takenBy"),
                        read.text("remark")),
                command -> TypedCodes.under("damaged", () -> command, all -> handovers.confirm(opened, all)));
    }
}
