package org.kindtrail.stocktake;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Rules;
import org.kindtrail.paper.Papers;
import org.kindtrail.stock.BalanceView;
import org.kindtrail.stock.Reverse;
import org.kindtrail.stock.StockService;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Write-offs for people, with the loss and damage report. */
@Path("/write-offs")
@Produces("text/html")
public class WriteOffPages {
    private final WriteOffService writeOffs;
    private final LossReport reports;
    private final StocktakeChoices choices;
    private final StockService stock;
    private final Papers papers;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    WriteOffPages(
            WriteOffService writeOffs,
            LossReport reports,
            StocktakeChoices choices,
            StockService stock,
            Papers papers,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.writeOffs = writeOffs;
        this.reports = reports;
        this.choices = choices;
        this.stock = stock;
        this.papers = papers;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "stocktake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance writeOffNew(
                Form form, List<WriteOffForm.Names> lines, List<Option> places, List<Option> causes, List<Option> destinations);

        static native TemplateInstance writeOff(WriteOffView view, Form form, List<History.Entry> history);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("state") String state, @QueryParam("after") String after, @QueryParam("format") String format) {
        WriteOffState wanted = Cursor.choice("state", state, WriteOffState.class);
        String path = wanted == null ? "/write-offs" : "/write-offs?state=" + wanted.word();
        Listing<WriteOffRow> listing = new Listing<WriteOffRow>(
                        "stocktake_off_list", path, (from, size) -> writeOffs.list(wanted, from, size))
                .link("stocktake_code", WriteOffRow::code, row -> "/write-offs/" + row.code())
                .column("stocktake_cause", row -> say(row.cause().wordsKey()))
                .column("stocktake_happened", row -> row.why() == null ? "" : row.why())
                .column("stocktake_state", row -> say(row.stateKey()))
                .column("stocktake_found_at", WriteOffRow::foundAt)
                .column("stocktake_recorded_by", row -> row.recordedBy() == null ? "" : row.recordedBy())
                .filter(say("stocktake_filter_all"), "/write-offs", wanted == null)
                .action("stocktake_off_new", "/write-offs/new")
                .whenEmpty("stocktake_off_list_empty");
        for (WriteOffState each : WriteOffState.values()) {
            listing.filter(say(each.wordsKey()), "/write-offs?state=" + each.word(), each == wanted);
        }
        if (frame.may("coordinator")) {
            listing.action("stocktake_limits", "/write-offs/limits");
        }
        return listings.answer(listing, after, format);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    /**
     * @param lot code of a lot that is written off
     * @param container code of a container that is written off with all that is in it
     * @param expired code of a place where what is past its day is written off
     */
    @GET
    @Path("/new")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance form(
            @QueryParam("lot") String lot, @QueryParam("container") String container, @QueryParam("expired") String expired) {
        Form form = Form.empty();
        if (lot != null && !lot.isEmpty()) {
            form = withLot(form, lot);
        }
        if (container != null && !container.isEmpty()) {
            form = form.with("container", container);
        }
        if (expired != null && !expired.isEmpty()) {
            form = form.with("expiredAt", expired).with("cause", WriteOffCause.EXPIRED.word());
        }
        return form(form, false);
    }

    /** A line for each place where some of the lot is free. */
    private Form withLot(Form form, String code) {
        Form filled = form;
        int line = 0;
        for (BalanceView there : stock.lot(code).places()) {
            if (there.available() > 0 && line < WriteOffForm.MOST) {
                filled = filled.with(WriteOffForm.name(line, "lot"), there.lot())
                        .with(WriteOffForm.name(line, "place"), there.place())
                        .with(WriteOffForm.name(line, "quantity"), there.available());
                line++;
            }
        }
        return filled;
    }

    private TemplateInstance form(Form form, boolean more) {
        List<Option> destinations = new ArrayList<>();
        destinations.add(new Option("", say("stocktake_destination_usual")));
        for (WriteOffCause.Destination each : WriteOffCause.Destination.values()) {
            destinations.add(new Option(each.word(), say("stocktake_to_" + each.word())));
        }
        List<Option> causes = Arrays.stream(WriteOffCause.values())
                .map(each -> new Option(each.word(), say(each.wordsKey())))
                .toList();
        return Templates.writeOffNew(form, WriteOffForm.shown(form, more), choices.places(), causes, destinations);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response writeOff(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        if (form.has("more")) {
            return Response.ok(form(form, true), "text/html;charset=UTF-8").build();
        }
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    WriteOffGoods command = rules.check(WriteOffForm.read(form, reading, frame.getZone()), reading.faults());
                    return "/write-offs/" + writeOffs.writeOff(command).code();
                },
                refused -> form(refused, false));
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance page(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    private TemplateInstance page(String code, Form form) {
        WriteOffView view = writeOffs.get(code);
        return Templates.writeOff(view, form, history.of(view.code()));
    }

    /** All its lines, as a list and as files. */
    @GET
    @Path("/{code}/lines")
    @OpenTo(Role.VOLUNTEER)
    public Response lines(
            @PathParam("code") String code, @QueryParam("after") String after, @QueryParam("format") String format) {
        String known = writeOffs.get(code).code();
        Listing<WriteOffView.WrittenOff> listing = new Listing<WriteOffView.WrittenOff>(
                        "stocktake_off_lines", "/write-offs/" + known + "/lines", (from, size) -> writeOffs.lines(known, from, size))
                .link("stocktake_lot", WriteOffView.WrittenOff::lot, row -> "/lots/" + row.lot())
                .column("stocktake_item", WriteOffView.WrittenOff::itemName)
                .column("stocktake_size", row -> row.size() == null ? "" : row.size())
                .column("stocktake_grade", row -> say(row.grade().wordsKey()))
                .column("stocktake_place", WriteOffView.WrittenOff::placeName)
                .column("stocktake_quantity", WriteOffView.WrittenOff::quantity)
                .column("stocktake_worth", row -> row.worth() == null ? "" : row.worth())
                .column("stocktake_currency", row -> row.currency() == null ? "" : row.currency())
                .action("stocktake_off_back", "/write-offs/" + known);
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/{code}/report")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance report(@PathParam("code") String code) {
        String known = writeOffs.get(code).code();
        return papers.page(reports.of(known), "/write-offs/" + known + "/report.pdf", "/write-offs/" + known);
    }

    @GET
    @Path("/{code}/report.pdf")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    public Response reportPdf(@PathParam("code") String code) {
        return papers.pdf(reports.of(code));
    }

    @POST
    @Path("/{code}/approve")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response approve(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed),
                () -> "/write-offs/" + writeOffs.approve(code, new DecideWriteOff(null)).code(),
                refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/decline")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response decline(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/write-offs/"
                        + writeOffs.decline(code, new DecideWriteOff(form.read().text("why"))).code(),
                refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/write-offs/" + writeOffs.reverse(code, Reverse.read(form)).code(),
                refused -> page(code, refused));
    }
}
