package org.kindtrail.setup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.kindtrail.account.Installations;
import org.kindtrail.account.Once;
import org.kindtrail.account.Whereabouts;
import org.kindtrail.kernel.TooManyAttempts;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Option;
import org.kindtrail.web.Visitor;

/** The first visit: who reads the log of the service founds the first organisation. */
@Path(SetUpPages.PATH)
@Produces("text/html")
public class SetUpPages {
    static final String PATH = "/setup";

    private final Founding founding;
    private final Installations installations;
    private final Once once;
    private final Visitor visitor;
    private final Frame frame;

    SetUpPages(Founding founding, Installations installations, Once once, Visitor visitor, Frame frame) {
        this.founding = founding;
        this.installations = installations;
        this.once = once;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "setup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance setup(Form form, List<Option> countries, List<Option> zones);

        static native TemplateInstance organisationNew(Form form, List<Option> countries, List<Option> zones);
    }

    @GET
    @OpenToAnyone
    public Response ask() {
        return installations.isSetUp()
                ? Response.seeOther(URI.create("/")).build()
                : Response.ok(page(Form.empty())).build();
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenToAnyone
    public Response setUp(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        try {
            return once.submit(
                    form,
                    () -> {
                        founding.setUp(form.value("code"), read(form), visitor.address());
                        return "/login";
                    },
                    this::page);
        } catch (TooManyAttempts wait) {
            return Response.status(429)
                    .header("Retry-After", wait.seconds())
                    .entity(page(form.refusedFor(wait)))
                    .build();
        }
    }

    private TemplateInstance page(Form form) {
        return Templates.setup(form, Whereabouts.countries(frame.getLocale()), Whereabouts.zones());
    }

    static FoundOrganisation read(Form form) {
        return new FoundOrganisation(
                form.read().text("organisation"),
                form.value("country"),
                form.value("timeZone"),
                form.read().text("site"),
                form.read().text("displayName"),
                form.value("name"),
                form.value("password"));
    }
}
