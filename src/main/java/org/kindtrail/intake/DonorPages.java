package org.kindtrail.intake;

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
import java.util.Map;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.donor.AddDonor;
import org.kindtrail.donor.DonorService;
import org.kindtrail.donor.DonorView;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Reading;

/** Donors for people; here and not in the donor's room, because a donor's page shows what they gave. */
@Path("/donors")
@Produces("text/html")
public class DonorPages {
    private final DonorService donors;
    private final GiverService givers;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final Frame frame;

    DonorPages(
            DonorService donors, GiverService givers, Once once, Rules rules, Listings listings, Frame frame) {
        this.donors = donors;
        this.givers = givers;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "donor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance donor(GiverService.Giver giver);

        static native TemplateInstance edit(DonorView donor, Form form);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("name") String name, @QueryParam("after") String after, @QueryParam("format") String format) {
        String path = name == null || name.isBlank() ? "/donors" : "/donors?name=" + Addresses.part(name);
        Listing<DonorView> listing = new Listing<DonorView>(
                        "donor_list", path, (from, size) -> donors.list(name, from, size))
                .link(
                        "donor_known_as",
                        donor -> donor.erased() ? frame.say("donor_erased", Map.of()) : donor.knownAs(),
                        donor -> "/donors/" + donor.code())
                .column("donor_code", DonorView::code)
                .column("donor_since", DonorView::createdAt)
                .search("name", "donor_search", name)
                .action("donor_new", "/donors/new")
                .action("donor_find", "/donors/find")
                .whenEmpty("donor_list_empty");
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/new")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance adding() {
        return Templates.edit(null, Form.empty());
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response add(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form, () -> "/donors/" + donors.add(read(form)).code(), refused -> Templates.edit(null, refused));
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance donor(@PathParam("code") String code) {
        return Templates.donor(givers.giver(code));
    }

    @GET
    @Path("/{code}/edit")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance editing(@PathParam("code") String code) {
        DonorView donor = donors.get(code);
        return Templates.edit(donor, Form.empty().with("version", donor.version()).with("knownAs", donor.knownAs()));
    }

    @POST
    @Path("/{code}/edit")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response rename(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Long version = form.read().wholeNumber("version");
                    int made = version == null ? -1 : version.intValue();
                    return "/donors/" + donors.rename(code, made, read(form)).code();
                },
                refused -> Templates.edit(donors.get(code), refused));
    }

    private AddDonor read(Form form) {
        Reading typed = form.read();
        return rules.check(new AddDonor(typed.text("knownAs")), typed.faults());
    }
}
