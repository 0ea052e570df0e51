package org.kindtrail.need;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** Telling an open need anew, for people. */
@Path("/needs/{code}/edit")
@Produces("text/html")
public class NeedEditPages {
    /** The group of the lines that are there already; the others are those of a new need. */
    private static final String WAS = "was";

    private final NeedService needs;
    private final NeedChangeService changes;
    private final NeedForm needForm;
    private final Once once;

    NeedEditPages(NeedService needs, NeedChangeService changes, NeedForm needForm, Once once) {
        this.needs = needs;
        this.changes = changes;
        this.needForm = needForm;
        this.once = once;
    }

    @CheckedTemplate(basePath = "need", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance edit(
                NeedView need,
                Form form,
                List<Standing> standing,
                List<NeedForm.Names> lines,
                List<PeopleTyped.Names> people,
                NeedForm.Choices choices);
    }

    /** A line that is there, and the names of its fields. */
    record Standing(NeedView.Line line, String quantity, String sizes, String substitutes) {
        static Standing of(NeedView.Line line) {
            int index = line.line() - 1;
            return new Standing(
                    line,
                    NeedForm.field(WAS, index, "quantity"),
                    NeedForm.field(WAS, index, "sizes"),
                    NeedForm.field(WAS, index, "substitutes"));
        }
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance editing(@PathParam("code") String code) {
        NeedView need = needs.get(code);
        return page(need, filled(need), false);
    }

    private Form filled(NeedView need) {
        Form form = Form.empty()
                .with("version", need.version())
                .with("forWhom", need.forWhom())
                .with("urgency", need.urgency().word())
                .with("wantedBy", need.wantedBy())
                .with("expiresOn", need.expiresOn())
                .with("programme", need.programme())
                .with("drive", need.drive())
                .with("onWishLists", need.onWishLists() ? "yes" : "no");
        for (int i = 0; i < need.people().size(); i++) {
            PeopleOf people = need.people().get(i);
            form = form.with(PeopleTyped.field(i, "number"), people.number())
                    .with(PeopleTyped.field(i, "sex"), people.sex().word())
                    .with(PeopleTyped.field(i, "ageBand"), people.ageBand().word());
        }
        for (NeedView.Line line : askedFor(need)) {
            Standing names = Standing.of(line);
            form = form.with(names.quantity(), line.asked())
                    .with(names.sizes(), line.sizesInWords())
                    .with(names.substitutes(), line.substitutesInWords());
        }
        return form;
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response change(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = NeedForm.closedUp(Form.of(typed));
        if (form.has("more")) {
            return Response.ok(page(needs.get(code), form, true), "text/html;charset=UTF-8").build();
        }
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    NeedForm.Read<ChangeNeed> read = read(needs.get(code), form, reading);
                    ChangeNeed command = needForm.checked(read, reading);
                    try {
                        return "/needs/" + changes.change(code, command).code();
                    } catch (Invalid refusal) {
                        throw NeedForm.onTheFields(refusal, read.places());
                    }
                },
                refused -> page(needs.get(code), refused, false));
    }

    private NeedForm.Read<ChangeNeed> read(NeedView need, Form form, Reading typed) {
        Map<String, String> places = new LinkedHashMap<>();
        List<ChangeNeed.Line> lines = new ArrayList<>();
        for (NeedView.Line line : askedFor(need)) {
            Standing names = Standing.of(line);
            if (form.typed().containsKey(names.quantity())) {
                places.put("lines[" + lines.size() + "].", WAS + "[" + (line.line() - 1) + "].");
                lines.add(standing(line, names, form, typed));
            }
        }
        List<PostNeed.Line> added = needForm.added(form, typed, "added", places);
        Long version = typed.wholeNumber("version");
        return new NeedForm.Read<>(
                new ChangeNeed(
                        version == null ? -1 : version.intValue(),
                        typed.text("forWhom"),
                        typed.day("wantedBy"),
                        typed.oneOf("urgency", Urgency.class),
                        typed.code("programme"),
                        typed.code("drive"),
                        PeopleTyped.read(form, typed),
                        typed.day("expiresOn"),
                        NeedForm.shown(form),
                        lines,
                        added),
                places);
    }

    /** What else will do is told only where the page asks for it: not of a line that something is promised to. */
    private ChangeNeed.Line standing(NeedView.Line line, Standing names, Form form, Reading typed) {
        List<String> sizes = form.typed().containsKey(names.sizes())
                ? needForm.sizes(typed.text(names.sizes()), line.item(), line.category())
                : null;
        List<String> substitutes = null;
        if (form.typed().containsKey(names.substitutes())) {
            List<String> read = needForm.substitutes(typed, names.substitutes());
            substitutes = read == null ? List.of() : read;
        }
        return new ChangeNeed.Line(line.line(), typed.wholeNumber(names.quantity()), sizes, substitutes);
    }

    private TemplateInstance page(NeedView need, Form form, boolean more) {
        NeedForm.Choices choices = needForm.choices();
        return Templates.edit(
                need,
                form,
                askedFor(need).stream().map(Standing::of).toList(),
                NeedForm.lines(form, 1, more),
                PeopleTyped.rows(form, more),
                choices.with(need));
    }

    /** What another organisation met of a line is asked for no more; a line of which that is all is not changed. */
    private static List<NeedView.Line> askedFor(NeedView need) {
        return need.lines().stream().filter(line -> line.asked() > 0).toList();
    }
}
