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

/** Transfers between funds for people. */
@Path("/transfers")
@Produces("text/html")
public class TransferPages {
    private final TransferService transfers;
    private final FundChoices choices;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    TransferPages(
            TransferService transfers,
            FundChoices choices,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.transfers = transfers;
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

        static native TemplateInstance transfer(TransferView act, Form form, List<History.Entry> history);

        static native TemplateInstance transferNew(Form form, FundChoices.Choices choices);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(
            @QueryParam("fund") String fund, @QueryParam("after") String after, @QueryParam("format") String format) {
        String path = Amounts.isBlank(fund) ? "/transfers" : "/transfers?fund=" + choices.known(fund);
        Listing<TransferView> listing = new Listing<TransferView>(
                        "fund_transfers", path, (from, size) -> transfers.list(fund, from, size))
                .link("fund_code", TransferView::code, act -> "/transfers/" + act.code())
                .column("fund_at", TransferView::occurredAt)
                .link("fund_from", TransferView::fromName, act -> "/funds/" + act.from())
                .link("fund_to", TransferView::toName, act -> "/funds/" + act.to())
                .column("fund_amount", act -> FundPages.exactly(act.amount()))
                .column("fund_currency", TransferView::currency)
                .column("fund_state", act -> act.reversedAt() == null ? "" : frame.say("fund_is_reversed", Map.of()))
                .whenEmpty("fund_transfers_empty");
        if (frame.may("coordinator")) {
            listing.action("fund_transfer_new", path.replaceFirst("/transfers", "/transfers/new"));
        }
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance begin(@QueryParam("fund") String fund) {
        return again(choices.begun("from", fund, "currency"));
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response record(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(form, () -> "/transfers/" + transfers.record(read(form)).code(), this::again);
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
                () -> "/transfers/" + transfers.reverse(code, Reverse.read(form)).code(),
                refused -> page(code, refused));
    }

    private TemplateInstance page(String code, Form form) {
        TransferView act = transfers.get(code);
        return Templates.transfer(act, form, history.of(act.code()));
    }

    private TemplateInstance again(Form form) {
        return Templates.transferNew(form, choices.of(null));
    }

    private RecordTransfer read(Form form) {
        Reading typed = form.read();
        return rules.check(
                new RecordTransfer(
                        typed.code("from"),
                        typed.code("to"),
                        typed.text("amount"),
                        FundChoices.currency(typed, "currency"),
                        typed.noonOf("occurredAt", frame.getZone()),
                        typed.text("remark")),
                typed.faults());
    }
}
