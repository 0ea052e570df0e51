package org.kindtrail.referral;

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
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.account.Whereabouts;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Rules;
import org.kindtrail.need.NeedService;
import org.kindtrail.need.NeedView;
import org.kindtrail.recipient.Recipients;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Referrals for people. */
@Path("/referrals")
@Produces("text/html")
public class ReferralPages {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final ReferralService referrals;
    private final NeedService needs;
    private final Recipients recipients;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    ReferralPages(
            ReferralService referrals,
            NeedService needs,
            Recipients recipients,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.referrals = referrals;
        this.needs = needs;
        this.recipients = recipients;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "referral", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance offer(NeedView need, Form form);

        static native TemplateInstance referral(
                ReferralView referral, String where, Form form, List<Option> recipients, List<History.Entry> history);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(
            @QueryParam("way") String way,
            @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        Referrals.Way wanted = Cursor.choice("way", way, Referrals.Way.class);
        Referral.State standing = Cursor.choice("state", state, Referral.State.class);
        String path = "/referrals"
                + (wanted == null ? "" : "?way=" + way)
                + (standing == null ? "" : (wanted == null ? "?" : "&") + "state=" + standing.word());
        Listing<ReferralRow> listing = new Listing<ReferralRow>(
                        "referral_list", path, (from, size) -> referrals.list(wanted, standing, null, from, size))
                .link("referral_for_whom", ReferralRow::forWhom, row -> "/referrals/" + row.code())
                .column("referral_way", row -> say(row.own() ? "referral_way_out" : "referral_way_in"))
                .column("referral_other", ReferralRow::other)
                .column("referral_state", row -> say(row.state().wordsKey()))
                .column("referral_answers", ReferralRow::answers)
                .column("referral_answers_since", ReferralRow::answersSince)
                .column("referral_urgency", row -> say(row.urgency().wordsKey()))
                .column("referral_wanted_by", ReferralRow::wantedBy)
                .column("referral_offered_at", ReferralRow::offeredAt)
                .column("referral_code", ReferralRow::code)
                .filter(say("referral_filter_all"), "/referrals", wanted == null && standing == null)
                .filter(
                        say("referral_filter_waiting"),
                        "/referrals?way=in&state=offered",
                        wanted == Referrals.Way.IN && standing == Referral.State.OFFERED)
                .filter(say("referral_filter_in"), "/referrals?way=in", wanted == Referrals.Way.IN && standing == null)
                .filter(say("referral_filter_out"), "/referrals?way=out", wanted == Referrals.Way.OUT && standing == null)
                .whenEmpty(wanted == null && standing == null ? "referral_list_empty" : "referral_list_none");
        return listings.answer(listing, after, format);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/new")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance offering(@QueryParam("need") String need) {
        return offer(need, Form.empty().with("need", need));
    }

    private TemplateInstance offer(String need, Form form) {
        return Templates.offer(needs.get(need == null ? "" : need), form);
    }

    @POST
    @Consumes(FORM)
    @OpenTo(Role.DISTRIBUTOR)
    public Response offer(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    OfferReferral command = new OfferReferral(read.code("need"), read.code("to"), read.text("note"));
                    return "/referrals/" + referrals.offer(rules.check(command, read.faults())).code();
                },
                refused -> offer(refused.value("need"), refused));
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance referral(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    private TemplateInstance page(String code, Form form) {
        ReferralView referral = referrals.get(code);
        List<Option> own = referral.own() || !referral.offered()
                ? List.of()
                : recipients.active().stream()
                        .map(each -> new Option(each.getCode(), each.getAlias()))
                        .toList();
        return Templates.referral(referral, where(referral), form, own, history.of(referral.code()));
    }

    /** The region and the country, as far as they are told and the words do not say them already; empty when nothing is left. */
    private String where(ReferralView referral) {
        String country = referral.country() == null ? null : Whereabouts.name(referral.country(), frame.getLocale());
        return Stream.of(referral.region(), country)
                .filter(each -> each != null && !says(referral.recipientWords(), each))
                .collect(Collectors.joining(", "));
    }

    /** Regions are spelled alike for all in them, so capitals and spaces do not count. */
    private static boolean says(String words, String where) {
        return plain(words).contains(plain(where));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    @POST
    @Path("/{code}/accept")
    @Consumes(FORM)
    @OpenTo(Role.DISTRIBUTOR)
    public Response accept(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    AcceptReferral command = new AcceptReferral(read.code("recipient"), read.text("alias"));
                    return "/referrals/" + referrals.accept(code, rules.check(command, read.faults())).code();
                },
                refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/decline")
    @Consumes(FORM)
    @OpenTo(Role.DISTRIBUTOR)
    public Response decline(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return told(code, typed, referrals::decline);
    }

    @POST
    @Path("/{code}/withdraw")
    @Consumes(FORM)
    @OpenTo(Role.DISTRIBUTOR)
    public Response withdraw(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return told(code, typed, referrals::withdraw);
    }

    @POST
    @Path("/{code}/return")
    @Consumes(FORM)
    @OpenTo(Role.DISTRIBUTOR)
    public Response giveBack(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return told(code, typed, referrals::giveBack);
    }

    @POST
    @Path("/{code}/details")
    @Consumes(FORM)
    @OpenTo(Role.COORDINATOR)
    public Response handOver(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return told(code, typed, referrals::handOver);
    }

    /** What is done with a reason leads back to the referral, as it is then. */
    private Response told(
            String code, MultivaluedMap<String, String> typed, BiFunction<String, TellReason, ReferralView> act) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    TellReason command = new TellReason(form.read().text("reason"));
                    return "/referrals/" + act.apply(code, rules.check(command)).code();
                },
                refused -> page(code, refused));
    }
}
