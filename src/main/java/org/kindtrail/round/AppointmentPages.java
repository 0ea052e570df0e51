package org.kindtrail.round;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Hand-over appointments for people. */
@Path("/appointments")
@Produces("text/html")
public class AppointmentPages {
    private final AppointmentService appointments;
    private final RoundService rounds;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    AppointmentPages(
            AppointmentService appointments,
            RoundService rounds,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.appointments = appointments;
        this.rounds = rounds;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "round", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance appointment(AppointmentView appointment, Form form, List<History.Entry> history);

        /**
         * @param moved the appointment that is moved; null for a new one
         * @param slots null while site or day are not chosen
         */
        static native TemplateInstance book(
                AppointmentView moved, Form form, List<Option> dispatches, List<Option> sites, List<SlotView> slots, LocalDate day);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(
            @QueryParam("past") String past, @QueryParam("after") String after, @QueryParam("format") String format) {
        boolean before = Boolean.TRUE.equals(Cursor.truth("past", past));
        String path = before ? "/appointments?past=true" : "/appointments";
        Listing<AppointmentView> listing = new Listing<>(
                        "round_appointments", path, (from, size) -> appointments.list(before, from, size))
                .link("round_appointment", AppointmentView::code, row -> "/appointments/" + row.code())
                .column("round_day", AppointmentView::day)
                .column("round_time", AppointmentView::time)
                .column("round_site", AppointmentView::siteName)
                .column("round_recipient", AppointmentView::recipientAlias)
                .link("round_dispatch", AppointmentView::dispatch, row -> "/dispatches/" + row.dispatch())
                .column("round_state", row -> say(row.stateKey()))
                .filter(say("round_appointments_coming"), "/appointments", !before)
                .filter(say("round_appointments_past"), "/appointments?past=true", before)
                .whenEmpty("round_appointments_empty")
                .action("round_appointment_new", "/appointments/new")
                .action("round_calendar", "/calendar");
        return listings.answer(listing, after, format);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/new")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance booking(
            @QueryParam("dispatch") String dispatch, @QueryParam("site") String site, @QueryParam("day") String day) {
        return book(null, Form.empty().with("dispatch", dispatch).with("site", site).with("day", day));
    }

    /** The slots are shown as soon as site and day are chosen. */
    private TemplateInstance book(AppointmentView moved, Form form) {
        List<Option> sites = appointments.sites().stream()
                .map(site -> new Option(site.getCode(), site.getName()))
                .toList();
        List<Option> dispatches = moved != null
                ? List.of(new Option(moved.dispatch(), moved.dispatch()))
                : rounds.offers().stream()
                        .map(each -> new Option(each.dispatch(), each.dispatch() + ", " + each.recipient()))
                        .toList();
        Reading typed = form.read();
        LocalDate day = typed.day("day");
        String site = typed.code("site");
        List<SlotView> slots = day == null || site == null || day.getYear() > 2999 ? null : slots(site, day);
        return Templates.book(moved, form, dispatches, sites, slots, day);
    }

    private List<SlotView> slots(String site, LocalDate day) {
        try {
            return appointments.slots(site, day);
        } catch (NotFound notASite) {
            return List.of();
        }
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response book(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    BookAppointment command = new BookAppointment(
                            read.code("dispatch"), read.code("site"), read.day("day"), ClockTime.typed(read.text("time")));
                    return at(appointments.book(rules.check(command, read.faults())).code());
                },
                refused -> book(null, refused));
    }

    private static String at(String code) {
        return "/appointments/" + code;
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance appointment(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    private TemplateInstance page(String code, Form form) {
        AppointmentView appointment = appointments.get(code);
        return Templates.appointment(appointment, form, history.of(appointment.code()));
    }

    @GET
    @Path("/{code}/move")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance moving(
            @PathParam("code") String code, @QueryParam("site") String site, @QueryParam("day") String day) {
        AppointmentView moved = appointments.get(code);
        return book(
                moved,
                Form.empty().with("site", site == null ? moved.site() : site).with("day", day == null ? moved.day() : day));
    }

    @POST
    @Path("/{code}/move")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response move(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    MoveAppointment command = new MoveAppointment(
                            read.code("site"), read.day("day"), ClockTime.typed(read.text("time")));
                    return at(appointments.move(code, rules.check(command, read.faults())).code());
                },
                refused -> book(appointments.get(code), refused));
    }

    @POST
    @Path("/{code}/cancel")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response cancel(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return press(code, typed, () -> appointments.cancel(code).code());
    }

    @POST
    @Path("/{code}/keep")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response keep(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return press(code, typed, () -> appointments.keep(code).code());
    }

    @POST
    @Path("/{code}/miss")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response miss(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return press(code, typed, () -> appointments.miss(code).code());
    }

    /** One press on the page of an appointment. */
    private Response press(String code, MultivaluedMap<String, String> typed, Supplier<String> act) {
        return once.submit(Form.of(typed), () -> at(act.get()), refused -> page(code, refused));
    }
}
