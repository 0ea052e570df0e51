package org.kindtrail.fund;

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
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Reverse;
import org.kindtrail.programme.ProgrammeChoices;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Purchases for people. */
@Path("/purchases")
@Produces("text/html")
public class PurchasePages {
    private final PurchaseService purchases;
    private final FundChoices choices;
    private final BoughtThings things;
    private final Places places;
    private final ProgrammeChoices programmes;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    PurchasePages(
            PurchaseService purchases,
            FundChoices choices,
            BoughtThings things,
            Places places,
            ProgrammeChoices programmes,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.purchases = purchases;
        this.choices = choices;
        this.things = things;
        this.places = places;
        this.programmes = programmes;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    /** What stands in the form: which fields, and what can be chosen in them. */
    public record Desk(
            List<PurchaseForm.LineNames> lines,
            List<PurchaseForm.DrawNames> draws,
            FundChoices.Choices funds,
            BoughtThings.Choices things,
            List<Option> places,
            List<Option> programmes) {}

    @CheckedTemplate(basePath = "fund", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance purchase(PurchaseView act, Form form, List<History.Entry> history);

        static native TemplateInstance purchaseNew(Form form, Desk desk);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(
            @QueryParam("fund") String fund,
            @QueryParam("programme") String programme,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        String path = choices.narrowed("/purchases", fund, programme);
        Listing<PurchaseRow> listing = new Listing<PurchaseRow>(
                        "fund_purchases", path, (from, size) -> purchases.list(fund, programme, from, size))
                .link("fund_code", PurchaseRow::code, act -> "/purchases/" + act.code())
                .column("fund_at", PurchaseRow::occurredAt)
                .column("fund_supplier", PurchaseRow::supplier)
                .column("fund_receipt_number", PurchaseRow::receiptNumber)
                .column("fund_amount", act -> FundPages.exactly(act.total()))
                .column("fund_currency", PurchaseRow::currency)
                .link(
                        "programme_one",
                        PurchaseRow::programmeName,
                        act -> act.programme() == null ? null : "/programmes/" + act.programme())
                .column("fund_state", act -> act.reversedAt() == null ? "" : frame.say("fund_is_reversed", Map.of()))
                .whenEmpty("fund_purchases_empty");
        if (frame.may("coordinator")) {
            listing.action("fund_purchase_new", choices.narrowed("/purchases/new", fund, programme));
        }
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance begin(@QueryParam("fund") String fund, @QueryParam("programme") String programme) {
        Form begun = choices.begun("draws[0].fund", fund, "currency");
        return again(ProgrammeChoices.begun(begun, programme), false, false);
    }

    /** Records, or shows more lines or funds: three buttons of one form. */
    @POST
    @Consumes({"multipart/form-data", "application/x-www-form-urlencoded"})
    @OpenTo(Role.COORDINATOR)
    public Response record(MultipartFormDataInput sent) {
        SentReceipt receipt = SentReceipt.of(sent, false);
        Form form = PurchaseForm.closedUp(receipt.form());
        if (form.has("more") || form.has("moreDraws")) {
            return Response.ok(again(form, form.has("more"), form.has("moreDraws")), "text/html;charset=UTF-8").build();
        }
        return once.submit(
                form,
                () -> "/purchases/" + purchases.record(read(form, receipt), receipt.file()).code(),
                refused -> again(refused, false, false));
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance act(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    @POST
    @Path("/{code}/receipts")
    @Consumes({"multipart/form-data", "application/x-www-form-urlencoded"})
    @OpenTo(Role.COORDINATOR)
    public Response attach(@PathParam("code") String code, MultipartFormDataInput sent) {
        SentReceipt receipt = SentReceipt.of(sent, true);
        return once.submit(
                receipt.form(),
                () -> {
                    if (!receipt.faults().isEmpty()) {
                        throw new Invalid(receipt.faults());
                    }
                    return "/purchases/" + purchases.attach(code, receipt.file()).code();
                },
                refused -> page(code, refused));
    }

    @GET
    @Path("/{code}/receipts/{number}")
    @Produces("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    public Response receipt(@PathParam("code") String code, @PathParam("number") int number) {
        return file(code, number, purchases.receipt(code, number));
    }

    /** A PDF is taken as a file, never opened within the house's pages. */
    static Response file(String code, int number, PurchaseReceipt receipt) {
        boolean pdf = receipt.getContentType().equals(ReceiptFile.PDF);
        String name = Code.read(CodeKind.PURCHASE, code).orElse("receipt") + "-" + number + (pdf ? ".pdf" : ".jpg");
        return Response.ok(receipt.getBytes(), receipt.getContentType())
                .header("Content-Disposition", (pdf ? "attachment" : "inline") + "; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @POST
    @Path("/{code}/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/purchases/" + purchases.reverse(code, Reverse.read(form)).code(),
                refused -> page(code, refused));
    }

    private TemplateInstance page(String code, Form form) {
        PurchaseView act = purchases.get(code);
        return Templates.purchase(act, form, history.of(act.code()));
    }

    private TemplateInstance again(Form form, boolean moreLines, boolean moreDraws) {
        return Templates.purchaseNew(
                form,
                new Desk(
                        PurchaseForm.lines(form, moreLines),
                        PurchaseForm.draws(form, moreDraws),
                        choices.of(null),
                        things.choices(),
                        places.open().stream()
                                .map(place -> new Option(place.getCode(), place.label()))
                                .toList(),
                        programmes.withLines()));
    }

    private RecordPurchase read(Form form, SentReceipt receipt) {
        Reading typed = form.read();
        List<RecordPurchase.Line> lines = PurchaseForm.readLines(form, typed, things);
        List<RecordPurchase.Draw> draws = PurchaseForm.readDraws(form, typed);
        if (lines.isEmpty()) {
            typed.faults().add(new FieldError("lines[0].item", "error_fund_no_line"));
        }
        if (draws.isEmpty()) {
            typed.faults().add(new FieldError("draws[0].fund", "error_fund_no_draw"));
        }
        ProgrammeChoices.Charge charge = ProgrammeChoices.read(typed, "programme");
        RecordPurchase command = new RecordPurchase(
                typed.text("supplier"),
                typed.text("receiptNumber"),
                FundChoices.currency(typed, "currency"),
                typed.code("place"),
                typed.noonOf("occurredAt", frame.getZone()),
                typed.text("remark"),
                lines.isEmpty() ? null : lines,
                draws.isEmpty() ? null : draws,
                charge.programme(),
                charge.line());
        typed.faults().addAll(receipt.faults());
        return checked(command, typed, lines.isEmpty() || draws.isEmpty());
    }

    /** What is missing altogether was said already, at the first field of its kind. */
    private RecordPurchase checked(RecordPurchase command, Reading typed, boolean incomplete) {
        try {
            return rules.check(command, typed.faults());
        } catch (Invalid invalid) {
            throw incomplete
                    ? new Invalid(invalid.fields().stream()
                            .filter(fault -> !fault.path().equals("lines") && !fault.path().equals("draws"))
                            .toList())
                    : invalid;
        }
    }
}
