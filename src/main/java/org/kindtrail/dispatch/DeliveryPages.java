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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;

/** Confirmation of arrival by people of the house. */
@Path("/")
@Produces("text/html")
public class DeliveryPages {
    private final DispatchService dispatches;
    private final DeliveryService deliveries;
    private final Once once;
    private final Rules rules;
    private final Frame frame;
    private final Clock clock;

    DeliveryPages(
            DispatchService dispatches,
            DeliveryService deliveries,
            Once once,
            Rules rules,
            Frame frame,
            Clock clock) {
        this.dispatches = dispatches;
        this.deliveries = deliveries;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "dispatch", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance confirm(DispatchView dispatch, List<CountField> lines, Form form);

        static native TemplateInstance delivery(DeliveryView delivery, Form form);
    }

    @GET
    @Path("/dispatches/{code}/confirm")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance confirming(@PathParam("code") String code) {
        return page(code, null);
    }

    private TemplateInstance page(String code, Form form) {
        DispatchView dispatch = dispatches.get(code);
        List<CountField> lines = dispatch.lines().stream().map(CountField::of).toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), frame.getZone());
        return Templates.confirm(dispatch, lines, form == null ? ArrivalForm.filled(lines, today) : form);
    }

    @POST
    @Path("/dispatches/{code}/confirm")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response confirm(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/dispatches/" + deliveries.confirm(code, ArrivalForm.read(form, rules)).dispatch(),
                refused -> page(code, refused));
    }

    @GET
    @Path("/deliveries/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance delivery(@PathParam("code") String code) {
        return Templates.delivery(deliveries.get(code), Form.empty());
    }

    @POST
    @Path("/deliveries/{code}/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/dispatches/"
                        + deliveries.reverse(code, new Correct(form.read().text("why"))).dispatch(),
                refused -> Templates.delivery(deliveries.get(code), refused));
    }
}
