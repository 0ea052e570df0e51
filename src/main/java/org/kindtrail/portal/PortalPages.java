package org.kindtrail.portal;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.dispatch.ArrivalForm;
import org.kindtrail.dispatch.ArrivalView;
import org.kindtrail.dispatch.CountField;
import org.kindtrail.dispatch.SayThanks;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Rules;
import org.kindtrail.need.Need;
import org.kindtrail.need.PeopleTyped;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Reading;

/** The pages of a recipient's own person: plain words, and nothing of anybody else. */
@Path("/portal")
@Produces("text/html")
public class PortalPages {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int AT_HOME = 10;

    private final PortalService portal;
    private final OwnNeedForm needForm;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final Frame frame;
    private final Clock clock;

    PortalPages(
            PortalService portal,
            OwnNeedForm needForm,
            Once once,
            Rules rules,
            Listings listings,
            Frame frame,
            Clock clock) {
        this.portal = portal;
        this.needForm = needForm;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.frame = frame;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "portal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(Page<OwnNeedRow> needs, Page<OwnDispatchView> dispatches);

        static native TemplateInstance post(
                Form form, List<OwnNeedForm.Names> lines, List<PeopleTyped.Names> people, OwnNeedForm.Choices choices);

        static native TemplateInstance need(OwnNeedView need, Form form);

        static native TemplateInstance dispatch(OwnDispatchView dispatch, List<CountField> lines, Form form);
    }

    @GET
    @OpenTo(Role.PARTNER)
    public TemplateInstance home() {
        return Templates.home(portal.needs(Need.State.OPEN, null, AT_HOME), portal.dispatches(null, AT_HOME));
    }

    @GET
    @Path("/needs")
    @OpenTo(Role.PARTNER)
    public Response needs(
            @QueryParam("open") String open, @QueryParam("after") String after, @QueryParam("format") String format) {
        boolean onlyOpen = Boolean.TRUE.equals(Cursor.truth("open", open));
        Listing<OwnNeedRow> listing = new Listing<OwnNeedRow>(
                        "portal_needs",
                        onlyOpen ? "/portal/needs?open=true" : "/portal/needs",
                        (from, size) -> portal.needs(onlyOpen ? Need.State.OPEN : null, from, size))
                .link("portal_for_whom", OwnNeedRow::forWhom, row -> "/portal/needs/" + row.code())
                .column("portal_state", row -> say(row.state().wordsKey()))
                .column("portal_wanted_by", OwnNeedRow::wantedBy)
                .column("portal_asked", OwnNeedRow::asked)
                .column("portal_promised", OwnNeedRow::promised)
                .column("portal_on_the_way", OwnNeedRow::onTheWay)
                .column("portal_arrived", OwnNeedRow::arrived)
                .filter(say("portal_filter_all"), "/portal/needs", !onlyOpen)
                .filter(say("portal_filter_open"), "/portal/needs?open=true", onlyOpen)
                .action("portal_need_new", "/portal/needs/new")
                .whenEmpty("portal_needs_empty");
        return listings.answer(listing, after, format);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/needs/new")
    @OpenTo(Role.PARTNER)
    public TemplateInstance posting() {
        return post(Form.empty().with("urgency", "normal"), false);
    }

    private TemplateInstance post(Form form, boolean more) {
        return Templates.post(form, OwnNeedForm.lines(form, more), PeopleTyped.rows(form, more), needForm.choices());
    }

    @POST
    @Path("/needs")
    @Consumes(FORM)
    @OpenTo(Role.PARTNER)
    public Response post(MultivaluedMap<String, String> typed) {
        Form form = OwnNeedForm.closedUp(Form.of(typed));
        if (form.has("more")) {
            return Response.ok(post(form, true), "text/html;charset=UTF-8").build();
        }
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    PostOwnNeed command = needForm.read(form, reading);
                    return "/portal/needs/" + portal.post(rules.check(command, reading.faults())).code();
                },
                refused -> post(refused, false));
    }

    @GET
    @Path("/needs/{code}")
    @OpenTo(Role.PARTNER)
    public TemplateInstance need(@PathParam("code") String code) {
        return Templates.need(portal.need(code), Form.empty());
    }

    @POST
    @Path("/needs/{code}/withdraw")
    @Consumes(FORM)
    @OpenTo(Role.PARTNER)
    public Response withdraw(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed),
                () -> "/portal/needs/" + portal.withdraw(code).code(),
                refused -> Templates.need(portal.need(code), refused));
    }

    @GET
    @Path("/stock")
    @OpenTo(Role.PARTNER)
    public Response stock(
            @QueryParam("q") String search, @QueryParam("after") String after, @QueryParam("format") String format) {
        boolean all = search == null || search.isBlank();
        String path = all ? "/portal/stock" : "/portal/stock?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
        Listing<FreeItemView> listing = new Listing<FreeItemView>(
                        "portal_stock", path, (from, size) -> portal.stock(search, from, size))
                .column("portal_what", FreeItemView::what)
                .column("portal_category", FreeItemView::category)
                .column("portal_free", FreeItemView::free)
                .column("portal_sizes", FreeItemView::sizesInWords)
                .search("q", "portal_stock_search", search)
                .action("portal_need_new", "/portal/needs/new")
                .whenEmpty(all ? "portal_stock_empty" : "portal_stock_none");
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/dispatches")
    @OpenTo(Role.PARTNER)
    public Response dispatches(@QueryParam("after") String after, @QueryParam("format") String format) {
        Listing<OwnDispatchView> listing = new Listing<OwnDispatchView>(
                        "portal_dispatches", "/portal/dispatches", portal::dispatches)
                .link("portal_dispatch", OwnDispatchView::code, row -> "/portal/dispatches/" + row.code())
                .column("portal_state", row -> say(row.stateKey()))
                .column("portal_for_whom", OwnDispatchView::forWhom)
                .column("portal_departed_at", OwnDispatchView::departedAt)
                .column("portal_delivered_at", OwnDispatchView::deliveredAt)
                .whenEmpty("portal_dispatches_empty");
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/dispatches/{code}")
    @OpenTo(Role.PARTNER)
    public TemplateInstance dispatch(@PathParam("code") String code) {
        return dispatch(code, null);
    }

    /** @param form null: filled in as if everything had arrived today, so that one press says so */
    private TemplateInstance dispatch(String code, Form form) {
        OwnDispatchView dispatch = portal.dispatch(code);
        if (!dispatch.onItsWay()) {
            return Templates.dispatch(dispatch, List.of(), form == null ? Form.empty() : form);
        }
        List<CountField> lines =
                portal.arrival(code).lines().stream().map(ArrivalView.Sent::field).toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), frame.getZone());
        return Templates.dispatch(dispatch, lines, form == null ? ArrivalForm.filled(lines, today) : form);
    }

    @POST
    @Path("/dispatches/{code}/confirm")
    @Consumes(FORM)
    @OpenTo(Role.PARTNER)
    public Response confirm(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/portal/dispatches/" + portal.confirm(code, ArrivalForm.read(form, rules)).code(),
                refused -> dispatch(code, refused));
    }

    @POST
    @Path("/dispatches/{code}/thanks")
    @Consumes(FORM)
    @OpenTo(Role.PARTNER)
    public Response thank(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/portal/dispatches/"
                        + portal.thank(code, rules.check(new SayThanks(form.read().text("words")))).code(),
                refused -> dispatch(code, refused));
    }
}
