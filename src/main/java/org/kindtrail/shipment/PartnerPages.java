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
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.account.Whereabouts;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Partners for people. */
@Path("/partners")
@Produces("text/html")
public class PartnerPages {
    private final PartnerService partners;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    PartnerPages(
            PartnerService partners, Once once, Rules rules, Listings listings, History history, Frame frame) {
        this.partners = partners;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "shipment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance partner(
                PartnerView partner, String country, Form form, List<History.Entry> history);

        static native TemplateInstance partnerEdit(String code, Form form, List<Option> countries);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(@QueryParam("after") String after, @QueryParam("format") String format) {
        Listing<PartnerView> listing = new Listing<>("partner_list", "/partners", partners::list)
                .link("partner_name", PartnerView::name, partner -> "/partners/" + partner.code())
                .column("partner_country", partner -> Whereabouts.name(partner.country(), frame.getLocale()))
                .column("partner_containers", PartnerView::containers)
                .column("partner_state", partner -> say(partner.open() ? "partner_is_open" : "partner_is_closed"))
                .whenEmpty("partner_list_empty");
        if (frame.may("coordinator")) {
            listing.action("partner_new", "/partners/new");
        }
        return listings.answer(listing, after, format);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance adding() {
        return edit(null, Form.empty());
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response add(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(form, () -> "/partners/" + partners.add(read(form)).code(), refused -> edit(null, refused));
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance partner(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    @GET
    @Path("/{code}/edit")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance editing(@PathParam("code") String code) {
        PartnerView partner = partners.get(code);
        return edit(
                code,
                Form.empty()
                        .with("version", partner.version())
                        .with("name", partner.name())
                        .with("country", partner.country())
                        .with("namedInPublic", partner.namedInPublic() ? "yes" : null));
    }

    @POST
    @Path("/{code}/edit")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response describe(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Long version = form.read().wholeNumber("version");
                    int made = version == null ? -1 : version.intValue();
                    return "/partners/" + partners.describe(code, made, read(form)).code();
                },
                refused -> edit(code, refused));
    }

    @POST
    @Path("/{code}/close")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response close(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed), () -> "/partners/" + partners.close(code).code(), refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reopen(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed), () -> "/partners/" + partners.reopen(code).code(), refused -> page(code, refused));
    }

    private TemplateInstance page(String code, Form form) {
        PartnerView partner = partners.get(code);
        return Templates.partner(
                partner,
                Whereabouts.name(partner.country(), frame.getLocale()),
                form,
                history.of(partner.code()));
    }

    private TemplateInstance edit(String code, Form form) {
        return Templates.partnerEdit(code, form, Whereabouts.countries(frame.getLocale()));
    }

    private TellPartner read(Form form) {
        Reading typed = form.read();
        TellPartner command =
                new TellPartner(typed.text("name"), typed.text("country"), typed.ticked("namedInPublic"));
        return rules.check(command, typed.faults());
    }
}
