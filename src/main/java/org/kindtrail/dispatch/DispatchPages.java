package org.kindtrail.dispatch;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Rules;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Papers;
import org.kindtrail.programme.Programmes;
import org.kindtrail.stock.Reverse;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Dispatches for people, and their papers. */
@Path("/dispatches")
@Produces("text/html")
public class DispatchPages {
    private final DispatchService dispatches;
    private final DeliveryService deliveries;
    private final DriverSheets driverSheets;
    private final DispatchPapers described;
    private final Papers papers;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;
    private final Clock clock;
    private final Programmes programmes;
    private final List<Arrangements> rooms;

    DispatchPages(
            DispatchService dispatches,
            DeliveryService deliveries,
            DriverSheets driverSheets,
            DispatchPapers described,
            Papers papers,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame,
            Clock clock,
            Programmes programmes,
            @All List<Arrangements> rooms) {
        this.programmes = programmes;
        this.rooms = rooms;
        this.dispatches = dispatches;
        this.deliveries = deliveries;
        this.driverSheets = driverSheets;
        this.described = described;
        this.papers = papers;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "dispatch", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance prepare(Form form, List<Option> needs);

        static native TemplateInstance dispatch(
                DispatchView dispatch,
                String key,
                Form form,
                List<Arrangements.Arrangement> arranged,
                List<History.Entry> history);

        static native TemplateInstance confirm(DispatchView dispatch, List<CountField> lines, Form form);

        static native TemplateInstance driverSheet(DriverSheet sheet);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(
            @QueryParam("state") String state,
            @QueryParam("programme") String programme,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        Dispatch.State wanted = Cursor.choice("state", state, Dispatch.State.class);
        String of = programme == null || programme.isBlank()
                ? null
                : programmes.get(programme).getCode();
        String path = path(wanted, of);
        Listing<DispatchRow> listing = new Listing<>(
                        "dispatch_list", path, (from, size) -> dispatches.list(wanted, null, of, from, size))
                .link("dispatch_code", DispatchRow::code, row -> "/dispatches/" + row.code())
                .column("dispatch_state", row -> frame.say("dispatch_state_" + row.state().word(), Map.of()))
                .column("dispatch_recipient", DispatchRow::recipientAlias)
                .link("dispatch_need", DispatchRow::need, row -> "/needs/" + row.need())
                .column("dispatch_staged_at", DispatchRow::stagedAt)
                .column("dispatch_departed_at", DispatchRow::departedAt)
                .column("dispatch_delivered_at", DispatchRow::deliveredAt)
                .link(
                        "programme_one",
                        DispatchRow::programmeName,
                        row -> row.programme() == null ? null : "/programmes/" + row.programme())
                .filter(frame.say("dispatch_filter_all", Map.of()), path(null, of), wanted == null)
                .whenEmpty("dispatch_list_empty")
                .action("dispatch_prepare", "/dispatches/new");
        for (Dispatch.State each : Dispatch.State.values()) {
            listing.filter(
                    frame.say("dispatch_state_" + each.word(), Map.of()),
                    path(each, of),
                    each == wanted);
        }
        return listings.answer(listing, after, format);
    }

    private static String path(Dispatch.State state, String programme) {
        String byState = state == null ? "" : "state=" + state.word();
        String byProgramme = programme == null ? "" : "programme=" + programme;
        String both = byState + (byState.isEmpty() || byProgramme.isEmpty() ? "" : "&") + byProgramme;
        return both.isEmpty() ? "/dispatches" : "/dispatches?" + both;
    }

    @GET
    @Path("/new")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance preparing(@QueryParam("need") String need) {
        return prepare(Form.empty().with("need", need));
    }

    private TemplateInstance prepare(Form form) {
        List<Option> needs = dispatches.waiting().stream()
                .map(each -> new Option(
                        each.need(),
                        frame.say(
                                "dispatch_need_option",
                                Map.of("need", each.need(), "who", each.forWhom(), "recipient", each.recipient()))))
                .toList();
        return Templates.prepare(form, needs);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response prepare(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    PrepareDispatch command = new PrepareDispatch(read.code("need"));
                    return at(dispatches.prepare(rules.check(command, read.faults())).code());
                },
                this::prepare);
    }

    private static String at(String code) {
        return "/dispatches/" + code;
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance dispatch(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    private TemplateInstance page(String code, Form form) {
        DispatchService.Shown shown = dispatches.show(code);
        String known = shown.dispatch().code();
        List<Arrangements.Arrangement> arranged =
                rooms.stream().flatMap(room -> room.of(known).stream()).toList();
        return Templates.dispatch(shown.dispatch(), shown.key(), form, arranged, history.of(known));
    }

    /** One press on the page of a dispatch. */
    private Response press(String code, Form form, Supplier<String> act) {
        return once.submit(form, () -> at(act.get()), refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/load")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response load(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return press(code, Form.of(typed), () -> dispatches.load(code).code());
    }

    @POST
    @Path("/{code}/lines/{line}/remove")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response remove(
            @PathParam("code") String code, @PathParam("line") String line, MultivaluedMap<String, String> typed) {
        return press(
                code,
                Form.of(typed),
                () -> dispatches.remove(code, DispatchResource.number(line)).code());
    }

    @POST
    @Path("/{code}/depart")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response depart(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return press(code, form, () -> {
            Reading read = form.read();
            DepartDispatch command = new DepartDispatch(read.text("vehicle"), read.text("driver"), null);
            return dispatches.depart(code, command).dispatch().code();
        });
    }

    @POST
    @Path("/{code}/key")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response newKey(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return press(code, Form.of(typed), () -> dispatches.newKey(code).dispatch().code());
    }

    @POST
    @Path("/{code}/cancel")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response cancel(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return press(code, Form.of(typed), () -> dispatches.cancel(code).code());
    }

    @POST
    @Path("/{code}/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return press(code, form, () -> dispatches
                .comeBack(code, Reverse.read(form))
                .code());
    }

    @GET
    @Path("/{code}/confirm")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance confirming(@PathParam("code") String code) {
        return confirming(code, null);
    }

    private TemplateInstance confirming(String code, Form form) {
        DispatchView dispatch = dispatches.get(code);
        List<CountField> lines = dispatch.lines().stream().map(CountField::of).toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), frame.getZone());
        return Templates.confirm(dispatch, lines, form == null ? ArrivalForm.filled(lines, today) : form);
    }

    @POST
    @Path("/{code}/confirm")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response confirm(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> at(deliveries.confirm(code, ArrivalForm.read(form, rules)).dispatch()),
                refused -> confirming(code, refused));
    }

    @GET
    @Path("/{code}/picking")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance picking(@PathParam("code") String code) {
        Paper paper = described.picking(code);
        return papers.page(paper, at(paper.number()) + "/picking.pdf", at(paper.number()));
    }

    @GET
    @Path("/{code}/picking.pdf")
    @Produces("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    public Response pickingPdf(@PathParam("code") String code) {
        return papers.pdf(described.picking(code));
    }

    @GET
    @Path("/{code}/waybill")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance waybill(@PathParam("code") String code, @Context UriInfo here) {
        Paper paper = described.waybill(code, here);
        return papers.page(paper, at(paper.number()) + "/waybill.pdf", at(paper.number()));
    }

    @GET
    @Path("/{code}/waybill.pdf")
    @Produces("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    public Response waybillPdf(@PathParam("code") String code, @Context UriInfo here) {
        return papers.pdf(described.waybill(code, here));
    }

    /** A document of its own, so that it is never printed on the back of the paper that goes with the goods. */
    @POST
    @Path("/{code}/waybill/driver")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response driverSheet(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.show(
                Form.of(typed),
                () -> Templates.driverSheet(driverSheets.print(code)),
                refused -> page(code, refused));
    }
}
