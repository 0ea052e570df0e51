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
import org.kindtrail.web.Reading;

/** Exchanges between currencies for people. */
@Path("/exchanges")
@Produces("text/html")
public class ExchangePages {
    private final ExchangeService exchanges;
    private final FundChoices choices;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    ExchangePages(
            ExchangeService exchanges,
            FundChoices choices,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.exchanges = exchanges;
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

        static native TemplateInstance exchange(ExchangeView act, Form form, List<History.Entry> history);

        static native TemplateInstance exchangeNew(Form form, FundChoices.Choices choices);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(
            @QueryParam("fund") String fund, @QueryParam("after") String after, @QueryParam("format") String format) {
        String path = Amounts.isBlank(fund) ? "/exchanges" : "/exchanges?fund=" + choices.known(fund);
        Listing<ExchangeView> listing = new Listing<ExchangeView>(
                        "fund_exchanges", path, (from, size) -> exchanges.list(fund, from, size))
                .link("fund_code", ExchangeView::code, act -> "/exchanges/" + act.code())
                .column("fund_at", ExchangeView::occurredAt)
                .link("fund_from", ExchangeView::fromName, act -> "/funds/" + act.from())
                .column("fund_given", act -> FundPages.exactly(act.fromAmount()))
                .column("fund_currency", ExchangeView::fromCurrency)
                .column("fund_got", act -> FundPages.exactly(act.toAmount()))
                .column("fund_currency", ExchangeView::toCurrency)
                .column("fund_rate", ExchangeView::rate)
                .column("fund_fee", act -> FundPages.exactly(act.fee()))
                .column("fund_state", act -> act.reversedAt() == null ? "" : frame.say("fund_is_reversed", Map.of()))
                .whenEmpty("fund_exchanges_empty");
        if (frame.may("coordinator")) {
            listing.action("fund_exchange_new", path.replaceFirst("/exchanges", "/exchanges/new"));
        }
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance begin(@QueryParam("fund") String fund) {
        return again(choices.begun("from", fund, "fromCurrency").with("to", choices.knownOrNull(fund)));
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response record(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(form, () -> "/exchanges/" + exchanges.record(read(form)).code(), this::again);
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
                () -> "/exchanges/" + exchanges.reverse(code, Reverse.read(form)).code(),
                refused -> page(code, refused));
    }

    private TemplateInstance page(String code, Form form) {
        ExchangeView act = exchanges.get(code);
        return Templates.exchange(act, form, history.of(act.code()));
    }

    private TemplateInstance again(Form form) {
        return Templates.exchangeNew(form, choices.of(null));
    }

    private RecordExchange read(Form form) {
        Reading typed = form.read();
        return rules.check(
                new RecordExchange(
                        typed.code("from"),
                        typed.code("to"),
                        typed.text("fromAmount"),
                        FundChoices.currency(typed, "fromCurrency"),
                        typed.text("toAmount"),
                        FundChoices.currency(typed, "toCurrency"),
                        typed.text("rate"),
                        typed.text("fee"),
                        typed.noonOf("occurredAt", frame.getZone()),
                        typed.text("remark")),
                typed.faults());
    }
}
