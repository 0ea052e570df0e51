package org.kindtrail.donor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.QrCode;
import org.kindtrail.web.Reading;
import org.kindtrail.web.Languages;

/** How a donor can be reached, for people: telling it, opening it on purpose, giving the donor's own code, and erasing. */
@Path("/donors")
@Produces("text/html")
public class ContactPages {
    private static final String WHY = "donor_why_";
    private static final List<String> REASONS = List.of("asked", "gift", "thank");

    private final DonorService donors;
    private final ContactOpening openings;
    private final OwnCodeService ownCodes;
    private final Erasing erasing;
    private final Once once;
    private final Rules rules;
    private final Frame frame;

    ContactPages(
            DonorService donors,
            ContactOpening openings,
            OwnCodeService ownCodes,
            Erasing erasing,
            Once once,
            Rules rules,
            Frame frame) {
        this.donors = donors;
        this.openings = openings;
        this.ownCodes = ownCodes;
        this.erasing = erasing;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "donor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance contact(DonorView donor, Form form, List<Wish> wishes, List<Option> languages);

        static native TemplateInstance opened(DonorView donor, OpenedContact opened);

        static native TemplateInstance opening(DonorView donor, Form form, List<Option> reasons);

        static native TemplateInstance ownCode(OwnCodeView given, Form form, String address, String qr);

        static native TemplateInstance erase(DonorView donor, Form form);

        static native TemplateInstance find(Form form, List<DonorView> found);
    }

    @GET
    @Path("/find")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance finding() {
        return Templates.find(Form.empty(), null);
    }

    @POST
    @Path("/find")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response find(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        FindDonor command = new FindDonor(Confidential.of(form.value(ContactFields.EMAIL)));
        return once.show(
                form,
                () -> Templates.find(Form.empty(), ContactFields.inForm(() -> openings.find(command))),
                refused -> Templates.find(refused, null));
    }

    @GET
    @Path("/{code}/contact")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance telling(@PathParam("code") String code) {
        DonorView donor = donors.get(code);
        return contact(
                donor,
                Form.empty()
                        .withAll("wants", donor.wants().stream().map(Wish::word).toList())
                        .with("language", donor.language()));
    }

    /** The languages to choose from; one alone is no choice. */
    private TemplateInstance contact(DonorView donor, Form form) {
        List<Option> languages = Languages.SPOKEN.stream()
                .map(each -> new Option(each, Languages.ownName(each)))
                .toList();
        return Templates.contact(donor, form, List.of(Wish.values()), languages.size() > 1 ? languages : List.of());
    }

    @POST
    @Path("/{code}/contact")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response tell(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Contact command = form.has("forget")
                            ? new Contact(Confidential.of(""), Confidential.of(""), null, null)
                            : ContactFields.read(form, form.read(), false);
                    return "/donors/" + ContactFields.inForm(() -> donors.tell(code, command)).code();
                },
                refused -> contact(donors.get(code), refused));
    }

    @GET
    @Path("/{code}/open")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance opening(@PathParam("code") String code) {
        return opening(donors.get(code), Form.empty());
    }

    private TemplateInstance opening(DonorView donor, Form form) {
        List<Option> reasons = REASONS.stream()
                .map(each -> new Option(each, frame.say(WHY + each, Map.of())))
                .toList();
        return Templates.opening(donor, form, reasons);
    }

    /** What is opened stands on the answer itself, and is kept nowhere on the way. */
    @POST
    @Path("/{code}/open")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response open(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        String reason = form.value("reason");
        String why = REASONS.contains(reason) ? WHY + reason : form.read().text("why");
        return once.show(
                form,
                () -> Templates.opened(donors.get(code), openings.open(code, new OpenContact(why))),
                refused -> opening(donors.get(code), refused));
    }

    @GET
    @Path("/{code}/own-code")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance ownCode(@PathParam("code") String code, @Context UriInfo here) {
        return ownCode(code, Form.empty(), here);
    }

    /** The code itself stands in no address; the QR code leads to where it is typed. */
    private TemplateInstance ownCode(String code, Form form, UriInfo here) {
        String address = here.getBaseUri().toString().replaceFirst("/+$", "") + "/mine";
        return Templates.ownCode(
                ownCodes.shown(code), form, address, QrCode.svg(address, frame.say("donor_own_code_where", Map.of())));
    }

    @POST
    @Path("/{code}/own-code")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response giveCode(
            @PathParam("code") String code, MultivaluedMap<String, String> typed, @Context UriInfo here) {
        return once.submit(
                Form.of(typed),
                () -> "/donors/" + ownCodes.give(code).donor() + "/own-code",
                refused -> ownCode(code, refused, here));
    }

    @GET
    @Path("/{code}/erase")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance askingToErase(@PathParam("code") String code) {
        return Templates.erase(donors.get(code), Form.empty());
    }

    @POST
    @Path("/{code}/erase")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response erase(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    EraseDonor command = rules.check(new EraseDonor(read.text("why")), read.faults());
                    return "/donors/" + erasing.erase(code, command).code();
                },
                refused -> Templates.erase(donors.get(code), refused));
    }
}
