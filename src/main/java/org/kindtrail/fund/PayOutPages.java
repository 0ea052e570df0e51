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
import org.kindtrail.programme.ProgrammeChoices;
import org.kindtrail.recipient.Recipients;
import org.kindtrail.stock.Reverse;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Pay-outs for people. */
@Path("/pay-outs")
@Produces("text/html")
public class PayOutPages {
    private final PayOutService payOuts;
    private final FundChoices choices;
    private final Recipients recipients;
    private final ProgrammeChoices programmes;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    PayOutPages(
            PayOutService payOuts,
            FundChoices choices,
            Recipients recipients,
            ProgrammeChoices programmes,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.payOuts = payOuts;
        this.choices = choices;
        this.recipients = recipients;
        this.programmes = programmes;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "fund", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance payOut(PayOutView act, Form form, List<History.Entry> history);

        static native TemplateInstance payOutNew(
                Form form, FundChoices.Choices choices, List<Option> recipients, List<Option> programmes);

        static native TemplateInstance voucher(PayOutView act, String publicName);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(
            @QueryParam("fund") String fund,
            @QueryParam("programme") String programme,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        String path = choices.narrowed("/pay-outs", fund, programme);
        Listing<PayOutView> listing = new Listing<PayOutView>(
                        "fund_pay_outs", path, (from, size) -> payOuts.list(fund, programme, from, size))
                .link("fund_code", PayOutView::code, act -> "/pay-outs/" + act.code())
                .column("fund_at", PayOutView::occurredAt)
                .link("fund_fund", PayOutView::fundName, act -> "/funds/" + act.fund())
                .column("fund_payee", act -> act.payee() == null ? act.recipientAlias() : act.payee())
                .column("fund_for_what", PayOutView::forWhat)
                .column("fund_amount", act -> FundPages.exactly(act.amount()))
                .column("fund_currency", PayOutView::currency)
                .link(
                        "programme_one",
                        PayOutView::programmeName,
                        act -> act.programme() == null ? null : "/programmes/" + act.programme())
                .column("fund_state", act -> act.reversedAt() == null ? "" : frame.say("fund_is_reversed", Map.of()))
                .whenEmpty("fund_pay_outs_empty");
        if (frame.may("coordinator")) {
            listing.action("fund_pay_out_new", choices.narrowed("/pay-outs/new", fund, programme));
        }
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance begin(@QueryParam("fund") String fund, @QueryParam("programme") String programme) {
        return again(ProgrammeChoices.begun(choices.begun("fund", fund, "currency"), programme));
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response record(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(form, () -> "/pay-outs/" + payOuts.record(read(form)).code(), this::again);
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
                () -> "/pay-outs/" + payOuts.reverse(code, Reverse.read(form)).code(),
                refused -> page(code, refused));
    }

    /** The paper that is signed: by its code, and by a name only where everybody may know it. */
    @GET
    @Path("/{code}/voucher")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance voucher(@PathParam("code") String code) {
        PayOutService.Voucher voucher = payOuts.voucher(code);
        return Templates.voucher(voucher.payOut(), voucher.publicName());
    }

    private List<Option> recipients() {
        return recipients.active().stream()
                .map(each -> new Option(each.getCode(), each.getAlias()))
                .toList();
    }

    private TemplateInstance page(String code, Form form) {
        PayOutView act = payOuts.get(code);
        return Templates.payOut(act, form, history.of(act.code()));
    }

    private TemplateInstance again(Form form) {
        return Templates.payOutNew(form, choices.of(null), recipients(), programmes.withLines());
    }

    private RecordPayOut read(Form form) {
        Reading typed = form.read();
        ProgrammeChoices.Charge charge = ProgrammeChoices.read(typed, "programme");
        return rules.check(
                new RecordPayOut(
                        typed.code("fund"),
                        typed.text("amount"),
                        FundChoices.currency(typed, "currency"),
                        typed.code("recipient"),
                        typed.text("payee"),
                        typed.text("forWhat"),
                        typed.noonOf("occurredAt", frame.getZone()),
                        typed.text("remark"),
                        charge.programme(),
                        charge.line()),
                typed.faults());
    }
}
