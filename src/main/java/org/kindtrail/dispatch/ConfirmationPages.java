package org.kindtrail.dispatch;

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
import java.time.Clock;
import java.util.List;
import org.kindtrail.account.Once;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Visitor;

/** Confirmation by a receiver who has no account and holds the key that came with the goods. */
@Path("/k")
@Produces("text/html")
public class ConfirmationPages {
    private final DeliveryService deliveries;
    private final Once once;
    private final Rules rules;
    private final Visitor visitor;
    private final Clock clock;

    ConfirmationPages(DeliveryService deliveries, Once once, Rules rules, Visitor visitor, Clock clock) {
        this.deliveries = deliveries;
        this.once = once;
        this.rules = rules;
        this.visitor = visitor;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "dispatch", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance key(Form form);

        static native TemplateInstance arrival(String key, ArrivalView arrival, List<CountField> lines, Form form);

        static native TemplateInstance confirmed(ArrivalView arrival, Form form);

        static native TemplateInstance received();
    }

    @GET
    @OpenToAnyone
    public Response typing(@QueryParam("code") String typed) {
        if (typed == null) {
            return page(200, Templates.key(Form.empty()));
        }
        try {
            String key = deliveries.open(typed, visitor.address()).key();
            return Response.status(303).location(URI.create("/k/" + key)).build();
        } catch (DeliveryService.WrongKey wrong) {
            return wrongKey(422, typed);
        }
    }

    /** What was typed comes back for another look; it is shown to nobody else. */
    private static Response wrongKey(int status, String typed) {
        Form form = Form.empty()
                .with("code", typed)
                .refusedFor(Invalid.field("code", "error_confirmation_key"));
        return page(status, Templates.key(form));
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).type("text/html;charset=UTF-8").entity(page).build();
    }

    @GET
    @Path("/thanks")
    @OpenToAnyone
    public TemplateInstance received() {
        return Templates.received();
    }

    @GET
    @Path("/{key}")
    @OpenToAnyone
    public Response arrival(@PathParam("key") String key) {
        try {
            return page(200, page(deliveries.open(key, visitor.address()), null));
        } catch (DeliveryService.WrongKey wrong) {
            return wrongKey(404, key);
        }
    }

    private TemplateInstance page(DeliveryService.Opened opened, Form form) {
        ArrivalView arrival = deliveries.arrival(opened);
        if (arrival.confirmed()) {
            return Templates.confirmed(arrival, form == null ? Form.empty() : form);
        }
        List<CountField> lines =
                arrival.lines().stream().map(ArrivalView.Sent::field).toList();
        Form shown = form == null ? ArrivalForm.filled(lines, opened.today(clock)) : form;
        return Templates.arrival(opened.key(), arrival, lines, shown);
    }

    /** Leads on to a page whose address does not bear the key: where a form led is kept with its one-time key. */
    @POST
    @Path("/{key}")
    @Consumes("application/x-www-form-urlencoded")
    @OpenToAnyone
    public Response confirm(
            @PathParam("key") String key, MultivaluedMap<String, String> typed) {
        DeliveryService.Opened opened;
        try {
            opened = deliveries.open(key, visitor.address());
        } catch (DeliveryService.WrongKey wrong) {
            return wrongKey(404, key);
        }
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    deliveries.confirm(opened, ArrivalForm.read(form, rules));
                    return "/k/thanks";
                },
                refused -> page(opened, refused));
    }
}
