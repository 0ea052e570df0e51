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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.drive.Drives;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Gifts of money for people. */
@Path("/funds/{code}/gifts")
@Produces("text/html")
public class GiftPages {
    /** A donor as a list shows it: "Anna from the choir (G-7K2M-9QXT)". */
    private static final Pattern LISTED = Pattern.compile(".*\\(([^()]+)\\)\\s*");

    private final GiftService gifts;
    private final FundService funds;
    private final FundChoices choices;
    private final Drives drives;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final Frame frame;

    GiftPages(
            GiftService gifts,
            FundService funds,
            FundChoices choices,
            Drives drives,
            Once once,
            Rules rules,
            Listings listings,
            Frame frame) {
        this.gifts = gifts;
        this.funds = funds;
        this.choices = choices;
        this.drives = drives;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "fund", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance gift(FundView fund, Form form, List<Option> drives, List<Option> currencies);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(
            @PathParam("code") String code, @QueryParam("after") String after, @QueryParam("format") String format) {
        FundView fund = funds.get(code);
        Listing<GiftRow> listing = new Listing<GiftRow>(
                        "fund_gifts", "/funds/" + fund.code() + "/gifts", (from, size) -> gifts.list(fund.code(), from, size))
                .link("fund_code", GiftRow::code, row -> "/donations/" + row.code())
                .column("fund_at", GiftRow::receivedAt)
                .link(
                        "fund_donor",
                        row -> row.donor() != null && row.donorName() == null
                                ? frame.say("donor_erased", Map.of())
                                : row.donorName(),
                        row -> row.donor() == null ? null : "/donors/" + row.donor())
                .link("fund_drive", GiftRow::driveTitle, row -> "/drives/" + row.drive())
                .column("fund_amount", row -> FundPages.exactly(row.amount()))
                .column("fund_currency", GiftRow::currency)
                .column("fund_state", row -> row.reversedAt() == null ? "" : frame.say("fund_is_reversed", Map.of()))
                .whenEmpty("fund_gifts_empty");
        if (frame.may("coordinator") && fund.open()) {
            listing.action("fund_gift_new", "/funds/" + fund.code() + "/gifts/new");
        }
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance giving(@PathParam("code") String code) {
        return page(code, choices.begun("fund", code, "currency"));
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response give(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form, () -> "/donations/" + gifts.record(code, read(form)).code(), refused -> page(code, refused));
    }

    private TemplateInstance page(String code, Form form) {
        List<Option> open = drives.open().stream()
                .map(drive -> new Option(drive.getCode(), drive.getTitle()))
                .toList();
        return Templates.gift(funds.get(code), form, open, choices.of(code).currencies());
    }

    private RecordGift read(Form form) {
        Reading typed = form.read();
        String donor = typed.text("donor");
        Matcher listed = LISTED.matcher(donor == null ? "" : donor);
        String code = Code.read(CodeKind.DONOR, listed.matches() ? listed.group(1) : donor).orElse(null);
        return rules.check(
                new RecordGift(
                        typed.code("drive"),
                        code,
                        code == null ? donor : null,
                        typed.text("amount"),
                        FundChoices.currency(typed, "currency"),
                        typed.noonOf("receivedAt", frame.getZone()),
                        typed.text("remark")),
                typed.faults());
    }
}
