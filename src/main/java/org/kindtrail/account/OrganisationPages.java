package org.kindtrail.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;

/** One's own organisation, for its coordinators. */
@Path("/organisation")
@Produces("text/html")
public class OrganisationPages {
    private final OrganisationService organisations;
    private final History history;
    private final Once once;
    private final Frame frame;

    OrganisationPages(OrganisationService organisations, History history, Once once, Frame frame) {
        this.organisations = organisations;
        this.history = history;
        this.once = once;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance organisation(
                OrganisationView organisation,
                Form form,
                List<Option> countries,
                List<Option> zones,
                List<History.Entry> history);
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance organisation() {
        OrganisationView mine = organisations.mine();
        return page(Form.empty()
                .with("version", mine.version())
                .with("name", mine.name())
                .with("country", mine.country())
                .with("timeZone", mine.timeZone())
                .with("namedInPublic", mine.namedInPublic() ? "yes" : null));
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response describe(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Long version = form.read().wholeNumber("version");
                    organisations.describe(new DescribeOrganisation(
                            version == null ? -1 : version.intValue(),
                            form.read().text("name"),
                            form.value("country"),
                            form.value("timeZone"),
                            form.read().ticked("namedInPublic")));
                    return "/organisation";
                },
                this::page);
    }

    private TemplateInstance page(Form form) {
        OrganisationView mine = organisations.mine();
        return Templates.organisation(
                mine, form, Whereabouts.countries(frame.getLocale()), Whereabouts.zones(), history.of(mine.code()));
    }
}
