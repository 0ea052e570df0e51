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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Rules;
import org.kindtrail.stock.Reason;
import org.kindtrail.programme.ProgrammeChoices;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Funds for people. */
@Path("/funds")
@Produces("text/html")
public class FundPages {
    private final FundService funds;
    private final ProgrammeChoices programmes;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    FundPages(
            FundService funds,
            ProgrammeChoices programmes,
            Once once, Rules rules, Listings listings, History history, Frame frame) {
        this.funds = funds;
        this.programmes = programmes;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    /** A line of what came or went, in words; {@code href} leads to the documents. */
    public record Flow(String words, String amount, String currency, String href) {}

    @CheckedTemplate(basePath = "fund", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance fund(
                FundView fund, List<Flow> earned, List<Flow> paid, Form form, List<History.Entry> history);

        static native TemplateInstance edit(String code, Form form, List<Option> programmes);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(@QueryParam("after") String after, @QueryParam("format") String format) {
        Listing<FundView> listing = new Listing<FundView>("fund_list", "/funds", funds::list)
                .link("fund_name", FundView::name, fund -> "/funds/" + fund.code())
                .column("fund_holds", FundPages::holds)
                .column("fund_purpose", FundView::purpose)
                .link(
                        "programme_one",
                        FundView::programmeName,
                        fund -> fund.programme() == null ? null : "/programmes/" + fund.programme())
                .column("fund_state", fund -> frame.say(fund.open() ? "fund_is_open" : "fund_is_closed", Map.of()))
                .whenEmpty("fund_list_empty");
        if (frame.may("coordinator")) {
            listing.action("fund_new", "/funds/new");
        }
        listing.action("fund_purchases", "/purchases")
                .action("fund_pay_outs", "/pay-outs")
                .action("fund_transfers", "/transfers")
                .action("fund_exchanges", "/exchanges")
                .action("fund_refunds", "/refunds");
        return listings.answer(listing, after, format);
    }

    private static String holds(FundView fund) {
        return fund.holds().stream()
                .map(each -> each.amount() + " " + each.currency())
                .collect(Collectors.joining(", "));
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance opening() {
        return edit(null, Form.empty(), null);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response open(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form, () -> "/funds/" + funds.open(read(form)).code(), refused -> edit(null, refused, null));
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance fund(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    @GET
    @Path("/{code}/edit")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance editing(@PathParam("code") String code) {
        FundView fund = funds.get(code);
        return edit(
                fund.code(),
                Form.empty()
                        .with("version", fund.version())
                        .with("name", fund.name())
                        .with("purpose", fund.purpose())
                        .with("programme", fund.programme()),
                fund);
    }

    @POST
    @Path("/{code}/edit")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response describe(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Long version = form.read().wholeNumber("version");
                    return "/funds/"
                            + funds.describe(code, version == null ? -1 : version.intValue(), read(form)).code();
                },
                refused -> {
                    FundView fund = funds.get(code);
                    return edit(fund.code(), refused, fund);
                });
    }

    @POST
    @Path("/{code}/close")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response close(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(Form.of(typed), () -> "/funds/" + funds.close(code).code(), refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reopen(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed), () -> "/funds/" + funds.reopen(code).code(), refused -> page(code, refused));
    }

    /** @param fund whose programme stays a choice, though it is closed; null: a new one */
    private TemplateInstance edit(String code, Form form, FundView fund) {
        List<Option> open = new ArrayList<>(programmes.open());
        if (fund != null
                && fund.programme() != null
                && open.stream().noneMatch(each -> each.value().equals(fund.programme()))) {
            open.add(new Option(fund.programme(), fund.programmeName()));
        }
        return Templates.edit(code, form, open);
    }

    private TemplateInstance page(String code, Form form) {
        FundAccountView account = funds.account(code);
        FundView fund = account.fund();
        return Templates.fund(
                fund,
                account.earned().stream().map(flow -> flow("fund_in_", flow, fund.code())).toList(),
                account.paid().stream().map(flow -> flow("fund_out_", flow, fund.code())).toList(),
                form,
                history.of(fund.code()));
    }

    private Flow flow(String head, FlowView flow, String fund) {
        String words = flow.place() == null
                ? frame.say(head + flow.reason().word(), Map.of())
                : frame.say("fund_in_sold_at", Map.of("place", flow.place()));
        return new Flow(words, flow.amount(), flow.currency(), href(flow.reason(), fund));
    }

    private static String href(Reason reason, String fund) {
        return switch (reason) {
            case RECEIVED -> "/funds/" + fund + "/gifts";
            case BOUGHT -> "/purchases?fund=" + fund;
            case REFUNDED -> "/refunds?fund=" + fund;
            case PAID_OUT -> "/pay-outs?fund=" + fund;
            case TRANSFERRED -> "/transfers?fund=" + fund;
            case EXCHANGED, FEE -> "/exchanges?fund=" + fund;
            default -> "/funds/" + fund + "/statement";
        };
    }

    private OpenFund read(Form form) {
        Reading typed = form.read();
        return rules.check(new OpenFund(typed.text("name"), typed.text("purpose"), typed.code("programme")), typed.faults());
    }

    /** A number of a list, with the currency's digits. */
    static BigDecimal exactly(String plain) {
        return new BigDecimal(plain);
    }
}
