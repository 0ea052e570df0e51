package org.kindtrail.matching;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.need.Urgency;
import org.kindtrail.paper.Papers;
import org.kindtrail.web.FieldNames;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Reading;

/** Plans for people. */
@Path("/plans")
@Produces("text/html")
public class PlanPages {
    /** How many needs a page of a plan shows: what one can read without losing the thread. */
    private static final int NEEDS = 20;

    private final ProposeService proposals;
    private final PlanService plans;
    private final PlanChoices choices;
    private final PlanPaper paper;
    private final Papers papers;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    PlanPages(
            ProposeService proposals,
            PlanService plans,
            PlanChoices choices,
            PlanPaper paper,
            Papers papers,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.proposals = proposals;
        this.plans = plans;
        this.choices = choices;
        this.paper = paper;
        this.papers = papers;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "matching", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance plan(
                PlanView plan, List<PlanNeedView> needs, String after, String next, Form form, List<History.Entry> history);

        static native TemplateInstance planNew(Form form, PlanChoices.Choices choices);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(
            @QueryParam("state") String state, @QueryParam("after") String after, @QueryParam("format") String format) {
        PlanState wanted = Cursor.choice("state", state, PlanState.class);
        String path = wanted == null ? "/plans" : "/plans?state=" + state;
        Listing<PlanRow> listing = new Listing<PlanRow>("matching_plans", path, (from, size) -> plans.list(wanted, from, size))
                .link("matching_code", PlanRow::code, row -> "/plans/" + row.code())
                .column("matching_state", row -> say(row.state().wordsKey()))
                .column("matching_needs", PlanRow::needs)
                .column("matching_wanted", PlanRow::wanted)
                .column("matching_proposed", PlanRow::proposed)
                .column("matching_made_at", PlanRow::madeAt)
                .column("matching_made_by", PlanRow::madeBy)
                .filter(say("matching_all"), "/plans", wanted == null);
        for (PlanState each : PlanState.values()) {
            String word = each.name().toLowerCase(java.util.Locale.ROOT);
            listing.filter(say(each.wordsKey()), "/plans?state=" + word, each == wanted);
        }
        listing.action("matching_new", "/plans/new").whenEmpty("matching_plans_empty");
        return listings.answer(listing, after, format);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/new")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance blank(@QueryParam("need") List<String> needs) {
        return page(Form.empty().withAll("needs", needs == null ? List.of() : needs));
    }

    private TemplateInstance page(Form form) {
        return Templates.planNew(form, choices.choices(form));
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response propose(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(form, () -> "/plans/" + proposals.propose(read(form)).code(), this::page);
    }

    private MakePlan read(Form form) {
        Reading typed = form.read();
        List<String> needs = form.values("needs").stream().filter(each -> !each.isBlank()).toList();
        MakePlan command = new MakePlan(
                needs.isEmpty() ? null : needs,
                typed.text("programme"),
                typed.oneOf("urgency", Urgency.class),
                typed.text("region"));
        return rules.check(command, typed.faults());
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance plan(@PathParam("code") String code, @QueryParam("after") String after) {
        return page(code, after, Form.empty());
    }

    private TemplateInstance page(String code, String after, Form form) {
        PlanService.Opened opened = plans.open(code, after, NEEDS);
        return Templates.plan(
                opened.plan(),
                opened.needs().rows(),
                after == null ? "" : after,
                opened.needs().next(),
                form,
                history.of(opened.plan().code()));
    }

    /** What stands in the fields of a page of the plan is given from now on. */
    @POST
    @Path("/{code}/change")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response change(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        String after = form.has("after") ? form.value("after") : null;
        return once.submit(form, () -> {
            PlanView changed = changed(code, after, form);
            return "/plans/" + changed.code() + (after == null ? "" : "?after=" + after);
        }, refused -> page(code, after, refused));
    }

    private PlanView changed(String code, String after, Form form) {
        Reading typed = form.read();
        List<ChangePlan.Pick> picks = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        for (PlanNeedView need : plans.needs(code, after, NEEDS).rows()) {
            for (PlanNeedView.Line line : need.lines()) {
                for (PlanNeedView.Pick pick : line.picks()) {
                    Long quantity = form.has(pick.field()) ? typed.wholeNumber(pick.field()) : Long.valueOf(0);
                    if (form.typed().containsKey(pick.field()) && quantity != null && quantity != pick.quantity()) {
                        picks.add(new ChangePlan.Pick((long) pick.pick(), quantity));
                        fields.add(pick.field());
                    }
                }
            }
        }
        if (picks.isEmpty() && typed.faults().isEmpty()) {
            throw new Invalid(List.of(new FieldError("", "error_matching_no_change")));
        }
        if (!typed.faults().isEmpty()) {
            throw new Invalid(typed.faults());
        }
        return FieldNames.as(
                path -> FieldNames.nth(path, "picks", fields),
                () -> plans.change(code, new ChangePlan(typed.wholeNumber("version"), picks)));
    }

    @POST
    @Path("/{code}/confirm")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response confirm(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    ConfirmPlan command = new ConfirmPlan(reading.wholeNumber("version"), form.has("rest"));
                    return "/plans/" + plans.confirm(code, rules.check(command, reading.faults())).code();
                },
                refused -> page(code, null, refused));
    }

    @POST
    @Path("/{code}/drop")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response drop(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed), () -> "/plans/" + plans.drop(code).code(), refused -> page(code, null, refused));
    }

    @GET
    @Path("/{code}/paper")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance paper(@PathParam("code") String code) {
        return papers.page(paper.of(code), "/plans/" + code + "/paper.pdf", "/plans/" + code);
    }

    @GET
    @Path("/{code}/paper.pdf")
    @Produces("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    public Response paperPdf(@PathParam("code") String code) {
        return papers.pdf(paper.of(code));
    }
}
