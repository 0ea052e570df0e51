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

/** Refunds of purchases for people. */
@Path("/refunds")
@Produces("text/html")
public class RefundPages {
    private final RefundService refunds;
    private final PurchaseService purchases;
    private final FundChoices choices;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    RefundPages(
            RefundService refunds,
            PurchaseService purchases,
            FundChoices choices,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.refunds = refunds;
        this.purchases = purchases;
        this.choices = choices;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "fund", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance refund(RefundView act, Form form, List<History.Entry> history);

        static native TemplateInstance refundNew(
                PurchaseView purchase, Form form, List<Option> lines, List<Option> funds);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(
            @QueryParam("fund") String fund, @QueryParam("after") String after, @QueryParam("format") String format) {
        String path = Amounts.isBlank(fund) ? "/refunds" : "/refunds?fund=" + choices.known(fund);
        Listing<RefundView> listing = new Listing<RefundView>(
                        "fund_refunds", path, (from, size) -> refunds.list(fund, from, size))
                .link("fund_code", RefundView::code, act -> "/refunds/" + act.code())
                .column("fund_at", RefundView::occurredAt)
                .link("fund_purchase", RefundView::purchase, act -> "/purchases/" + act.purchase())
                .column("fund_supplier", RefundView::supplier)
                .link("fund_fund", RefundView::fundName, act -> "/funds/" + act.fund())
                .column("fund_amount", act -> FundPages.exactly(act.amount()))
                .column("fund_currency", RefundView::currency)
                .column("fund_state", act -> act.reversedAt() == null ? "" : frame.say("fund_is_reversed", Map.of()))
                .whenEmpty("fund_refunds_empty");
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance begin(@QueryParam("purchase") String purchase) {
        return again(Form.empty().with("purchase", purchases.get(purchase).code()));
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response record(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(form, () -> "/refunds/" + refunds.record(read(form)).code(), this::again);
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance act(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    @POST
    @Path("/{code}/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/refunds/" + refunds.reverse(code, Reverse.read(form)).code(),
                refused -> page(code, refused));
    }

    private TemplateInstance page(String code, Form form) {
        RefundView act = refunds.get(code);
        return Templates.refund(act, form, history.of(act.code()));
    }

    private TemplateInstance again(Form form) {
        PurchaseView purchase = purchases.get(form.value("purchase"));
        List<Option> lines = purchase.lines().stream()
                .map(line -> new Option(
                        String.valueOf(line.line()),
                        frame.say(
                                "fund_refund_option",
                                Map.of("goods", line.words(), "price", line.price() + " " + purchase.currency()))))
                .toList();
        List<Option> funds = purchase.draws().stream()
                .map(draw -> new Option(draw.fund(), draw.fundName()))
                .distinct()
                .toList();
        return Templates.refundNew(purchase, form, lines, funds);
    }

    private RecordRefund read(Form form) {
        Reading typed = form.read();
        return rules.check(
                new RecordRefund(
                        typed.code("purchase"),
                        typed.wholeNumber("line"),
                        typed.wholeNumber("quantity"),
                        typed.text("amount"),
                        typed.code("fund"),
                        null,
                        typed.noonOf("occurredAt", frame.getZone()),
                        typed.text("remark")),
                typed.faults());
    }
}
