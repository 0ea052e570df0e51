package org.kindtrail.setup;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.OrganisationView;
import org.kindtrail.account.Role;
import org.kindtrail.account.Whereabouts;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;

/** The organisations of the installation, for its administrators. */
@Path("/administration")
@Produces("text/html")
public class AdministrationPages {
    private final Founding founding;
    private final Once once;
    private final Listings listings;
    private final Frame frame;

    AdministrationPages(Founding founding, Once once, Listings listings, Frame frame) {
        this.founding = founding;
        this.once = once;
        this.listings = listings;
        this.frame = frame;
    }

    @GET
    @OpenTo(Role.ADMINISTRATOR)
    public Response list(@QueryParam("after") String after, @QueryParam("format") String format) {
        Listing<OrganisationView> listing = new Listing<>("setup_administration", "/administration", founding::list)
                .column("setup_organisation", OrganisationView::name)
                .column("setup_organisation_code", OrganisationView::code)
                .column("setup_country", each -> Whereabouts.name(each.country(), frame.getLocale()))
                .column("setup_time_zone", OrganisationView::timeZone)
                .column("setup_since", OrganisationView::createdAt)
                .action("setup_organisation_new", "/administration/organisations/new")
                .action("setup_ledger", "/administration/ledger")
                .action("account_factor_requirement", "/administration/second-factor");
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/organisations/new")
    @OpenTo(Role.ADMINISTRATOR)
    public TemplateInstance adding() {
        return page(Form.empty());
    }

    @POST
    @Path("/organisations")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.ADMINISTRATOR)
    public Response add(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    founding.add(SetUpPages.read(form));
                    return "/administration";
                },
                this::page);
    }

    private TemplateInstance page(Form form) {
        return SetUpPages.Templates.organisationNew(
                form, Whereabouts.countries(frame.getLocale()), Whereabouts.zones());
    }
}
