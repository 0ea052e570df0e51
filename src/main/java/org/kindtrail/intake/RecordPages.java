package org.kindtrail.intake;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.donor.Contact;
import org.kindtrail.donor.ContactFields;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.programme.ProgrammeChoices;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Reading;

/** The volunteer's form: open it, press the one big button, and an anonymous bag is recorded. */
@Path("/record")
@Produces("text/html")
public class RecordPages {
    private final RecordingDesk desk;
    private final DonationService donations;
    private final LineChoices choices;
    private final Once once;
    private final Rules rules;
    private final Frame frame;
    private final Clock clock;

    RecordPages(
            RecordingDesk desk,
            DonationService donations,
            LineChoices choices,
            Once once,
            Rules rules,
            Frame frame,
            Clock clock) {
        this.desk = desk;
        this.donations = donations;
        this.choices = choices;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "intake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance record(
                Form form, RecordingDesk.Desk desk, String where, List<LineFields.Names> lines, LineChoices.Choices choices);

        static native TemplateInstance noDrive();
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance blank(
            @QueryParam("drive") String drive, @QueryParam("bag") String bag,
            @QueryParam("donor") String donor, @QueryParam("programme") String programme,
            @QueryParam("like") String like) {
        if (like != null && !like.isEmpty()) {
            return filled(like);
        }
        Form form = Form.empty()
                .with("bags", 1)
                .with("label", bag == null || bag.isEmpty() ? null : bag)
                .with("donor", donor == null || donor.isEmpty() ? null : donor);
        form = ProgrammeChoices.begun(form, programme);
        return page(form, desk.at(drive), false);
    }

    /** The form filled in like a donation that was recorded before; only the label and the day are its own. */
    private TemplateInstance filled(String like) {
        DonationView donation = donations.get(like);
        List<DonationLot> lots = donation.cameIn();
        Form form = Form.empty()
                .with("bags", Math.min(Math.max(1, lots.size()), LineFields.MOST))
                .with("place", donation.place())
                .with("programme", donation.keptFor())
                .with("donor", donation.donorName() == null ? null : donation.donorName() + " (" + donation.donor() + ")");
        if (donation.itemised()) {
            form = form.with("contents", 1).with("bags", 1);
            for (int i = 0; i < lots.size(); i++) {
                form = form.with(LineFields.head(i) + "item", choices.label(lots.get(i).item()))
                        .with(LineFields.head(i) + "size", lots.get(i).size())
                        .with(LineFields.head(i) + "fits", lots.get(i).fits().word())
                        .with(LineFields.head(i) + "grade", lots.get(i).grade().word())
                        .with(LineFields.head(i) + "quantity", lots.get(i).quantity());
            }
        }
        return page(form, desk.at(donation.drive()), false);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response record(MultivaluedMap<String, String> typed) {
        Form form = LineFields.closedUp(Form.of(typed));
        if (form.has("more")) {
            boolean shown = form.has("contents");
            return Response.ok(page(form.with("contents", 1), desk.at(form.value("drive")), shown), "text/html;charset=UTF-8")
                    .build();
        }
        return once.submit(
                form,
                () -> "/donations/" + ContactFields.inForm(() -> donations.receive(read(form))).code(),
                refused -> page(refused, desk.at(refused.value("drive")), false));
    }

    private TemplateInstance page(Form form, RecordingDesk.Desk known, boolean more) {
        if (known.drive() == null || known.place() == null) {
            return Templates.noDrive();
        }
        Form shown = form.has("drive") ? form : form.with("drive", known.drive());
        shown = shown.has("place") ? shown : shown.with("place", known.place());
        List<LineFields.Names> lines = form.has("contents") ? LineFields.shown(form, more) : List.of();
        String where = frame.say(
                "intake_record_where",
                Map.of(
                        "drive", known.words(known.drives(), shown.value("drive")),
                        "place", known.words(known.places(), shown.value("place"))));
        return Templates.record(shown, known, where, lines, lines.isEmpty() ? null : choices.choices(false));
    }

    private ReceiveDonation read(Form form) {
        Reading typed = form.read();
        TypedDonor donor = TypedDonor.read(typed, "donor");
        boolean contents = form.has("contents");
        ReceiveDonation command = new ReceiveDonation(
                typed.code("drive"),
                typed.code("place"),
                donor.code(),
                donor.newName(),
                receivedAt(typed),
                typed.text("remark"),
                contents ? null : typed.wholeNumber("bags"),
                contents ? lines(form, typed) : null,
                typed.code("label"),
                contact(form, typed),
                typed.code("programme"));
        if (contents && LineFields.filled(form) == 0) {
            typed.faults().add(new FieldError(LineFields.head(0) + "item", "error_intake_no_line"));
            command = null;
        }
        if (command == null) {
            throw new Invalid(typed.faults());
        }
        return rules.check(command, typed.faults());
    }

    /** One tick asks for all letters that there are. */
    private Contact contact(Form form, Reading typed) {
        if (!form.has(ContactFields.EMAIL) && !form.has("hear")) {
            return null;
        }
        Contact told = Contact.tellMe(typed.confidential(ContactFields.EMAIL), form.has("hear"));
        return ContactFields.checked(told, rules, typed);
    }

    private List<DonationLine> lines(Form form, Reading typed) {
        List<DonationLine> lines = new ArrayList<>();
        for (int i = 0; i < LineFields.filled(form); i++) {
            String head = LineFields.head(i);
            LineChoices.Named named = choices.item(typed, head + "item");
            lines.add(new DonationLine(
                    named.item(),
                    named.size(typed.text(head + "size")),
                    typed.oneOf(head + "fits", Wearer.class),
                    typed.oneOf(head + "grade", Grade.class),
                    typed.wholeNumber(head + "quantity"),
                    typed.day(head + "expiresOn")));
        }
        return lines;
    }

    /** Today means now; another day its noon. */
    private Instant receivedAt(Reading typed) {
        LocalDate day = typed.day("receivedAt");
        if (day == null || day.equals(LocalDate.ofInstant(clock.instant(), frame.getZone()))) {
            return null;
        }
        return typed.noonOf("receivedAt", frame.getZone());
    }
}
