package org.kindtrail.sale;

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
import org.kindtrail.kernel.Rules;
import org.kindtrail.stock.Reverse;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** What is passed on to other charities, for people; with a note that both sign. */
@Path("/pass-ons")
@Produces("text/html")
public class PassOnPages {
    private final PassOnService passOns;
    private final SaleService sale;
    private final TableChoices choices;
    private final TypedLines lines;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    PassOnPages(
            PassOnService passOns,
            SaleService sale,
            TableChoices choices,
            TypedLines lines,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.passOns = passOns;
        this.sale = sale;
        this.choices = choices;
        this.lines = lines;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "sale", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance passOnNew(
                Form form, List<TypedLines.Names> lines, TypedLines.Choices choices, List<Option> places);

        static native TemplateInstance passOn(PassOnView view, Form form, List<History.Entry> history);

        static native TemplateInstance handOver(PassOnView view);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("drive") String drive, @QueryParam("after") String after, @QueryParam("format") String format) {
        String wanted = drive == null || drive.isEmpty() ? null : drive;
        String path = wanted == null ? "/pass-ons" : "/pass-ons?drive=" + wanted;
        Listing<PassOnRow> listing = new Listing<PassOnRow>(
                        "sale_pass_ons", path, (from, size) -> passOns.list(wanted, from, size))
                .link("sale_code", PassOnRow::code, row -> "/pass-ons/" + row.code())
                .column("sale_partner", PassOnRow::partner)
                .column("sale_passed_at", PassOnRow::occurredAt)
                .column("sale_state", row -> frame.say(
                        row.reversedAt() != null ? "sale_is_reversed" : "sale_stands", Map.of()))
                .whenEmpty("sale_pass_ons_empty");
        if (frame.may("distributor")) {
            listing.action("sale_pass_on", wanted == null ? "/pass-ons/new" : "/pass-ons/new?drive=" + wanted);
        }
        return listings.answer(listing, after, format);
    }

    /**
     * @param drive code of the sale whose unsold things are meant
     * @param from code of a place, where they are no sale's
     */
    @GET
    @Path("/new")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance form(@QueryParam("drive") String drive, @QueryParam("from") String from) {
        Form form = Form.empty();
        if (drive != null && !drive.isEmpty()) {
            SaleDriveView of = sale.get(drive);
            form = form.with("drive", of.drive()).with("from", of.site());
        } else if (from != null && !from.isEmpty()) {
            form = form.with("from", from);
        }
        return form(form, false);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response pass(MultivaluedMap<String, String> typed) {
        Form form = TypedLines.closedUp(Form.of(typed));
        if (form.has("more")) {
            return Response.ok(form(form, true), "text/html;charset=UTF-8").build();
        }
        return once.submit(
                form,
                () -> "/pass-ons/" + TypedLines.ofForm(() -> passOns.pass(read(form))).code(),
                refused -> form(refused, false));
    }

    private TemplateInstance form(Form form, boolean more) {
        TypedLines.Choices some = choices.toPassOn(form.has("drive") ? form.value("drive") : null);
        return Templates.passOnNew(form, TypedLines.shown(form, more), some, choices.places());
    }

    private PassGoodsOn read(Form form) {
        Reading typed = form.read();
        List<StockLine> some = lines.stockLines(form, typed);
        return rules.check(
                new PassGoodsOn(
                        typed.code("drive"),
                        typed.code("from"),
                        typed.ticked("all"),
                        some.isEmpty() ? null : some,
                        typed.text("partner"),
                        typed.ticked("partnerPublic"),
                        typed.text("remark"),
                        typed.noonOf("occurredAt", frame.getZone())),
                typed.faults());
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance page(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    /** On paper: from whom, to whom, what, and room for two names. */
    @GET
    @Path("/{code}/note")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance note(@PathParam("code") String code) {
        return Templates.handOver(passOns.get(code));
    }

    @POST
    @Path("/{code}/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/pass-ons/" + passOns.reverse(code, Reverse.read(form)).code(),
                refused -> page(code, refused));
    }

    private TemplateInstance page(String code, Form form) {
        PassOnView view = passOns.get(code);
        return Templates.passOn(view, form, history.of(view.code()));
    }
}
