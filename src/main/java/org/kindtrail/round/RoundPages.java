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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.dispatch.Dispatch;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Rules;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Papers;
import org.kindtrail.web.FieldNames;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Reading;

/** Delivery rounds for people, and their loading list. */
@Path("/rounds")
@Produces("text/html")
public class RoundPages {
    private final RoundService rounds;
    private final RoundPapers described;
    private final Papers papers;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;
    private final Clock clock;

    RoundPages(
            RoundService rounds,
            RoundPapers described,
            Papers papers,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame,
            Clock clock) {
        this.rounds = rounds;
        this.described = described;
        this.papers = papers;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
        this.clock = clock;
    }

    /** A dispatch that can be a stop, and the field for its number. */
    public record Offered(String dispatch, String recipient, Dispatch.State state, LocalDate wantedBy) {
        public String field() {
            return StopNumbers.field(dispatch);
        }

        public String stateKey() {
            return "dispatch_state_" + state.word();
        }
    }

    @CheckedTemplate(basePath = "round", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance round(RoundView round, Form form, List<History.Entry> history);

        static native TemplateInstance edit(String code, Form form, List<Offered> offers);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(
            @QueryParam("state") String state, @QueryParam("after") String after, @QueryParam("format") String format) {
        DeliveryRound.State wanted = Cursor.choice("state", state, DeliveryRound.State.class);
        String path = wanted == null ? "/rounds" : "/rounds?state=" + wanted.word();
        Listing<RoundRow> listing = new Listing<>(
                        "round_list", path, (from, size) -> rounds.list(wanted, null, from, size))
                .link("round_code", RoundRow::code, row -> "/rounds/" + row.code())
                .column("round_day", RoundRow::day)
                .column("round_state", row -> say("round_state_" + row.state().word()))
                .column("round_stops", RoundRow::stops)
                .column("round_vehicle", RoundRow::vehicle)
                .column("round_departed_at", RoundRow::departedAt)
                .filter(say("round_filter_all"), "/rounds", wanted == null)
                .whenEmpty("round_list_empty")
                .action("round_new", "/rounds/new")
                .action("round_calendar", "/calendar");
        for (DeliveryRound.State each : DeliveryRound.State.values()) {
            listing.filter(say("round_state_" + each.word()), "/rounds?state=" + each.word(), each == wanted);
        }
        return listings.answer(listing, after, format);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/new")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance planning(@QueryParam("day") String day) {
        LocalDate chosen = Days.read("day", day);
        return edit(null, Form.empty().with("day", chosen == null ? LocalDate.ofInstant(clock.instant(), frame.getZone()) : chosen));
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response plan(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(form, () -> at(read(form, rounds::plan).code()), refused -> edit(null, refused));
    }

    private static String at(String code) {
        return "/rounds/" + code;
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance round(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    private TemplateInstance page(String code, Form form) {
        RoundView round = rounds.get(code);
        return Templates.round(round, form, history.of(round.code()));
    }

    @GET
    @Path("/{code}/edit")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance editing(@PathParam("code") String code) {
        RoundView round = rounds.get(code);
        Form form = Form.empty()
                .with("version", round.version())
                .with("day", round.day())
                .with("vehicle", round.vehicle())
                .with("driver", round.driver())
                .with("remark", round.remark());
        for (RoundView.Stop stop : round.stops()) {
            form = form.with(StopNumbers.field(stop.dispatch()), stop.number());
        }
        return edit(round.code(), form);
    }

    @POST
    @Path("/{code}/edit")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response change(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Long version = form.read().wholeNumber("version");
                    return at(read(form, command -> rounds.change(code, version == null ? -1 : version.intValue(), command))
                            .code());
                },
                refused -> edit(code, refused));
    }

    /** Those on the round come first, in their order. */
    private TemplateInstance edit(String code, Form form) {
        Stream<Offered> there = code == null
                ? Stream.of()
                : rounds.get(code).stops().stream()
                        .map(stop -> new Offered(stop.dispatch(), stop.recipientAlias(), stop.state(), null));
        Stream<Offered> waiting = rounds.offers().stream()
                .map(each -> new Offered(each.dispatch(), each.recipient(), each.state(), each.wantedBy()));
        return Templates.edit(code, form, Stream.concat(there, waiting).toList());
    }

    /** What is done with a command that was read from the form. */
    private interface Act {
        RoundView with(PlanRound command);
    }

    private RoundView read(Form form, Act act) {
        Reading typed = form.read();
        List<String> inOrder = new ArrayList<>(StopNumbers.inOrder(form, typed));
        return FieldNames.as(path -> StopNumbers.inForm(path, inOrder), () -> {
            PlanRound command = new PlanRound(
                    typed.day("day"), typed.text("vehicle"), typed.text("driver"), typed.text("remark"), inOrder);
            return act.with(rules.check(command, typed.faults()));
        });
    }

    @POST
    @Path("/{code}/depart")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response depart(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return press(code, typed, () -> rounds.depart(code).round().code());
    }

    @POST
    @Path("/{code}/cancel")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response cancel(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return press(code, typed, () -> rounds.cancel(code).code());
    }

    /** One press on the page of a round. */
    private Response press(String code, MultivaluedMap<String, String> typed, Supplier<String> act) {
        return once.submit(Form.of(typed), () -> at(act.get()), refused -> page(code, refused));
    }

    @GET
    @Path("/{code}/loading")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance loading(@PathParam("code") String code) {
        Paper paper = described.loading(code);
        return papers.page(paper, at(paper.number()) + "/loading.pdf", at(paper.number()));
    }

    @GET
    @Path("/{code}/loading.pdf")
    @Produces("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    public Response loadingPdf(@PathParam("code") String code) {
        return papers.pdf(described.loading(code));
    }
}
