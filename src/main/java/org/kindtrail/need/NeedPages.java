package org.kindtrail.need;

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
import java.util.function.Supplier;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.FieldNames;
import org.kindtrail.web.Form;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Reading;

/** Needs for people. */
@Path("/needs")
@Produces("text/html")
public class NeedPages {
    private final NeedService needs;
    private final AllocationService allocations;
    private final NeedChangeService changes;
    private final ProposalService proposals;
    private final NeedForm needForm;
    private final NeedList needList;
    private final WhoAnswers answers;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;

    NeedPages(
            NeedService needs,
            AllocationService allocations,
            NeedChangeService changes,
            ProposalService proposals,
            NeedForm needForm,
            NeedList needList,
            WhoAnswers answers,
            Once once,
            Rules rules,
            Listings listings,
            History history) {
        this.needs = needs;
        this.allocations = allocations;
        this.changes = changes;
        this.proposals = proposals;
        this.needForm = needForm;
        this.needList = needList;
        this.answers = answers;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
    }

    @CheckedTemplate(basePath = "need", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance need(
                MeetingPage page, WhoAnswers.Answer answer, Form form, List<History.Entry> history);

        static native TemplateInstance post(
                Form form,
                List<NeedForm.Names> lines,
                List<PeopleTyped.Names> people,
                NeedForm.Choices choices,
                List<String> reckoned);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(
            @QueryParam("ended") String ended,
            @QueryParam("recipient") String recipient,
            @QueryParam("urgency") String urgency,
            @QueryParam("programme") String programme,
            @QueryParam("ending") String ending,
            @QueryParam("losing") String losing,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        NeedList.Asked asked = new NeedList.Asked(
                Boolean.TRUE.equals(Cursor.truth("ended", ended)),
                Code.read(CodeKind.RECIPIENT, recipient).orElse(null),
                Cursor.choice("urgency", urgency, Urgency.class),
                Code.read(CodeKind.PROGRAMME, programme).orElse(null),
                Boolean.TRUE.equals(Cursor.truth("ending", ending)),
                Boolean.TRUE.equals(Cursor.truth("losing", losing)));
        return listings.answer(needList.of(asked), after, format);
    }

    @GET
    @Path("/new")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance posting(
            @QueryParam("recipient") String recipient,
            @QueryParam("drive") String drive,
            @QueryParam("propose") String propose) {
        Form form = Form.empty()
                .with("recipient", recipient)
                .with("drive", drive)
                .with("urgency", Urgency.NORMAL.word());
        if (!Boolean.TRUE.equals(Cursor.truth("propose", propose))) {
            return post(form, false, List.of());
        }
        try {
            return proposed(form, proposals.propose(new ProposeNeed(recipient, null, null, null)));
        } catch (Invalid nobody) {
            return post(form.refusedFor(nobody), false, List.of());
        }
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response post(MultivaluedMap<String, String> typed) {
        Form form = NeedForm.closedUp(Form.of(typed));
        if (form.has("more")) {
            return Response.ok(post(form, true, List.of()), "text/html;charset=UTF-8").build();
        }
        if (form.has("propose")) {
            return propose(form);
        }
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    NeedForm.Read<PostNeed> read = needForm.read(form, reading);
                    PostNeed command = needForm.checked(read, reading);
                    try {
                        return "/needs/" + needs.post(command).code();
                    } catch (Invalid refusal) {
                        throw NeedForm.onTheFields(refusal, read.places());
                    }
                },
                refused -> post(refused, false, List.of()));
    }

    /** The form again, with lines for the people that stand in it; nothing is kept. */
    private Response propose(Form form) {
        try {
            Reading reading = form.read();
            List<PeopleOf> people = PeopleTyped.read(form, reading);
            ProposeNeed asked = new ProposeNeed(reading.code("recipient"), people, null, null);
            ProposalView proposal =
                    proposals.propose(needForm.checked(new NeedForm.Read<>(asked, Map.of()), reading));
            return Response.ok(proposed(form, proposal), "text/html;charset=UTF-8").build();
        } catch (Invalid refusal) {
            return Response.status(refusal.status())
                    .type("text/html;charset=UTF-8")
                    .entity(post(form.refusedFor(refusal), false, List.of()))
                    .build();
        }
    }

    private TemplateInstance proposed(Form form, ProposalView proposal) {
        return post(
                needForm.proposed(form, proposal),
                false,
                proposal.lines().stream().map(ProposalView.Line::reckoned).toList());
    }

    /** @param reckoned how what is proposed was reckoned, line by line; empty: nothing is proposed */
    private TemplateInstance post(Form form, boolean more, List<String> reckoned) {
        return Templates.post(
                form, NeedForm.lines(form, 3, more), PeopleTyped.rows(form, more), needForm.choices(), reckoned);
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance need(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    private TemplateInstance page(String code, Form form) {
        AllocationService.Meeting meeting = allocations.meeting(code);
        return Templates.need(
                MeetingPage.of(meeting, form), answers.of(meeting.need().code()), form, history.of(meeting.need().code()));
    }

    @POST
    @Path("/{code}/oldest")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response promiseOldest(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return submit(code, form, () -> {
            Reading reading = form.read();
            Long line = reading.wholeNumber("line");
            AllocateStock command = AllocateStock.oldest(
                    code,
                    line == null ? null : (int) Math.max(0, Math.min(line, Need.MOST_LINES + 1)),
                    reading.wholeNumber("quantity"));
            allocations.allocate(rules.check(command, reading.faults()));
        });
    }

    @POST
    @Path("/{code}/promises")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response promise(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        List<String> names = MeetingPage.taken(form);
        return submit(code, form, () -> {
            Reading reading = form.read();
            List<AllocateStock.Pick> picks =
                    names.stream().map(name -> pick(name, reading)).toList();
            if (picks.isEmpty()) {
                throw Invalid.field("picks", "error_need_nothing_picked");
            }
            if (!reading.faults().isEmpty()) {
                throw new Invalid(reading.faults());
            }
            FieldNames.as(
                    path -> FieldNames.nth(path, "picks", names),
                    () -> allocations.allocate(new AllocateStock(code, picks, null, null)));
        });
    }

    private static AllocateStock.Pick pick(String name, Reading reading) {
        String[] parts = name.split("\\.");
        return new AllocateStock.Pick(Integer.valueOf(parts[1]), parts[2], parts[3], reading.wholeNumber(name));
    }

    @POST
    @Path("/{code}/promises/{promise}/release")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response release(
            @PathParam("code") String code,
            @PathParam("promise") String promise,
            MultivaluedMap<String, String> typed) {
        return submit(code, Form.of(typed), () -> allocations.release(promise));
    }

    @POST
    @Path("/{code}/close")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response close(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return submit(code, Form.of(typed), () -> needs.close(code));
    }

    @POST
    @Path("/{code}/withdraw")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response withdraw(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return submit(code, Form.of(typed), () -> needs.withdraw(code));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response reopen(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return submit(code, Form.of(typed), () -> needs.reopen(code));
    }

    @POST
    @Path("/{code}/still-needed")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response stillNeeded(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return submit(code, form, () -> {
            Reading reading = form.read();
            StillNeeded command = new StillNeeded(reading.day("expiresOn"));
            changes.stillNeeded(code, rules.check(command, reading.faults()));
        });
    }

    @POST
    @Path("/{code}/keep")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response keepLonger(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return submit(code, Form.of(typed), () -> changes.keepLonger(code));
    }

    /** Every act leads back to the need, as it is then. */
    private Response submit(String code, Form form, Runnable act) {
        Supplier<String> done = () -> {
            act.run();
            return "/needs/" + Code.read(CodeKind.NEED, code).orElse(code);
        };
        return once.submit(form, done, refused -> page(code, refused));
    }
}
