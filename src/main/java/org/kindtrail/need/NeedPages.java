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
import java.util.ArrayList;
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
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Reading;

/** Needs for people. */
@Path("/needs")
@Produces("text/html")
public class NeedPages {
    private final NeedService needs;
    private final AllocationService allocations;
    private final NeedForm needForm;
    private final WhoAnswers answers;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    NeedPages(
            NeedService needs,
            AllocationService allocations,
            NeedForm needForm,
            WhoAnswers answers,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.needs = needs;
        this.allocations = allocations;
        this.needForm = needForm;
        this.answers = answers;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "need", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance need(
                MeetingPage page, WhoAnswers.Answer answer, Form form, List<History.Entry> history);

        static native TemplateInstance post(Form form, List<NeedForm.Names> lines, NeedForm.Choices choices);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(
            @QueryParam("ended") String ended,
            @QueryParam("recipient") String recipient,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        boolean past = Boolean.TRUE.equals(Cursor.truth("ended", ended));
        String of = Code.read(CodeKind.RECIPIENT, recipient).orElse(null);
        String open = of == null ? "/needs" : "/needs?recipient=" + of;
        String closed = of == null ? "/needs?ended=true" : "/needs?ended=true&recipient=" + of;
        Listing<NeedRow> listing = new Listing<NeedRow>(
                        "need_list",
                        past ? closed : open,
                        (from, size) -> needs.list(past ? null : Need.State.OPEN, past, of, from, size))
                .link("need_for_whom", NeedRow::forWhom, row -> "/needs/" + row.code())
                .link("need_recipient", NeedRow::recipientAlias, row -> "/needs?recipient=" + row.recipient())
                .column("need_wanted_by", NeedRow::wantedBy)
                .column("need_asked", NeedRow::asked)
                .column("need_promised", NeedRow::promised)
                .column("need_on_the_way", NeedRow::onTheWay)
                .column("need_arrived", NeedRow::arrived)
                .column("need_code", NeedRow::code)
                .filter(say("need_filter_open"), open, !past)
                .filter(say("need_filter_ended"), closed, past)
                .action("need_new", of == null ? "/needs/new" : "/needs/new?recipient=" + of)
                .whenEmpty(past || of != null ? "need_list_none" : "need_list_empty");
        if (of != null) {
            listing.filter(say("need_filter_all_recipients"), past ? "/needs?ended=true" : "/needs", false);
        }
        return listings.answer(listing, after, format);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/new")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance posting(@QueryParam("recipient") String recipient) {
        return post(Form.empty().with("recipient", recipient), false);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response post(MultivaluedMap<String, String> typed) {
        Form form = NeedForm.closedUp(Form.of(typed));
        if (form.has("more")) {
            return Response.ok(post(form, true), "text/html;charset=UTF-8").build();
        }
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    PostNeed command = needForm.read(form, reading);
                    return "/needs/" + needs.post(rules.check(command, reading.faults())).code();
                },
                refused -> post(refused, false));
    }

    private TemplateInstance post(Form form, boolean more) {
        return Templates.post(form, NeedForm.lines(form, more), needForm.choices());
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
            try {
                allocations.allocate(new AllocateStock(code, picks, null, null));
            } catch (Invalid refusal) {
                throw onTheFields(refusal, names);
            }
        });
    }

    private static AllocateStock.Pick pick(String name, Reading reading) {
        String[] parts = name.split("\\.");
        return new AllocateStock.Pick(Integer.valueOf(parts[1]), parts[2], parts[3], reading.wholeNumber(name));
    }

    /** What is wrong with the n-th pick is said beside the field that it was typed into. */
    private static Invalid onTheFields(Invalid refusal, List<String> names) {
        List<FieldError> faults = new ArrayList<>();
        for (FieldError fault : refusal.fields()) {
            String path = fault.path();
            if (path.startsWith("picks[")) {
                path = names.get(Integer.parseInt(path.substring("picks[".length(), path.indexOf(']'))));
            }
            faults.add(new FieldError(path, fault.key(), fault.facts()));
        }
        return new Invalid(faults);
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

    /** Every act leads back to the need, as it is then. */
    private Response submit(String code, Form form, Runnable act) {
        Supplier<String> done = () -> {
            act.run();
            return "/needs/" + Code.read(CodeKind.NEED, code).orElse(code);
        };
        return once.submit(form, done, refused -> page(code, refused));
    }
}
