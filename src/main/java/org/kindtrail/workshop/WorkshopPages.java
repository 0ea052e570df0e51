package org.kindtrail.workshop;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** A workshop for people: one form for each step, open again with what was just done, and how far the workshop is. */
@Path("/drives/{code}/workshop")
@Produces("text/html")
public class WorkshopPages {
    private static final FormLines INPUTS = new FormLines(
            "inputs", List.of("item", "size", "grade", "quantity"), List.of("quantity"), RecordStep.MOST_INPUTS);

    private final WorkService works;
    private final Steps steps;
    private final GoodsChoices choices;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Once once;
    private final Rules rules;
    private final Frame frame;

    WorkshopPages(
            WorkService works,
            Steps steps,
            GoodsChoices choices,
            Catalogue catalogue,
            Goods goods,
            Once once,
            Rules rules,
            Frame frame) {
        this.works = works;
        this.steps = steps;
        this.choices = choices;
        this.catalogue = catalogue;
        this.goods = goods;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "workshop", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance workshop(
                WorkService.WorkshopPage page,
                Said said,
                String done,
                Form form,
                List<FormLines.Names> inputs,
                List<FormLines.Names> outputs,
                GoodsChoices.Choices choices,
                List<Option> places);
    }

    /** How far it is, in words. */
    record Said(List<String> consumed, List<String> made, List<String> scraps, String yield, List<String> toDo, List<Day> days) {}

    /** A day, in words. */
    record Day(String day, int steps, String consumed, String made, String scraps, String yield) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance workshop(@PathParam("code") String code, @QueryParam("done") String done) {
        return page(code, Form.empty(), done, false);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response step(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = GoodsChoices.OUTPUTS.closedUp(INPUTS.closedUp(Form.of(typed)));
        if (form.has("more")) {
            return Response.ok(page(code, form, null, true), "text/html;charset=UTF-8").build();
        }
        String drive = works.progress(code).drive();
        return once.submit(
                form,
                () -> "/drives/" + drive + "/workshop?done=" + steps.record(read(drive, form)).code(),
                refused -> page(drive, refused, null, false));
    }

    private RecordStep read(String drive, Form form) {
        Reading typed = form.read();
        List<RecordStep.Input> inputs = new ArrayList<>();
        for (int i = 0; i < INPUTS.filled(form); i++) {
            String head = INPUTS.head(i);
            String lot = Code.read(CodeKind.BAG, form.value(head + "item")).orElse(null);
            inputs.add(new RecordStep.Input(
                    lot == null ? choices.item(typed, head + "item") : null,
                    lot,
                    typed.text(head + "size"),
                    typed.oneOf(head + "grade", Grade.class),
                    typed.wholeNumber(head + "quantity")));
        }
        if (inputs.isEmpty()) {
            typed.refuse(INPUTS.head(0) + "quantity", "error_workshop_no_input", "");
        }
        List<MadeLine> outputs = choices.lines(form, typed, GoodsChoices.OUTPUTS);
        if (outputs.isEmpty()) {
            typed.refuse(GoodsChoices.OUTPUTS.head(0) + "quantity", "error_workshop_no_output", "");
        }
        return rules.check(
                new RecordStep(
                        drive,
                        inputs.isEmpty() ? null : inputs,
                        outputs.isEmpty() ? null : outputs,
                        typed.text("remark"),
                        null),
                typed.faults());
    }

    private TemplateInstance page(String code, Form form, String done, boolean more) {
        WorkService.WorkshopPage page = works.workshopPage(code);
        boolean fresh = !form.refused() && !more;
        Form shown = fresh ? like(page.last(), form) : form;
        List<Option> places = page.places().stream()
                .map(place -> new Option(place.getCode(), place.label()))
                .toList();
        boolean justDone = page.last() != null && page.last().code().equals(Code.read(CodeKind.WORK, done).orElse(""));
        return Templates.workshop(
                page,
                said(page.progress()),
                justDone ? words(page.last()) : null,
                shown,
                INPUTS.shown(shown, 1, more ? 1 : 0),
                GoodsChoices.OUTPUTS.shown(shown, 2, more ? 2 : 0),
                choices.choices(),
                places);
    }

    /** The form filled in with the things of the last step, so that the next one is typing numbers only. */
    private Form like(WorkView last, Form form) {
        if (last == null) {
            return form;
        }
        Form filled = form;
        List<String> items = last.inputs().stream().map(WorkView.Line::name).distinct().limit(INPUTS.most()).toList();
        for (int i = 0; i < items.size(); i++) {
            filled = filled.with(INPUTS.head(i) + "item", items.get(i));
        }
        int at = 0;
        for (WorkView.Line line : last.outputs()) {
            filled = choices.with(filled, GoodsChoices.OUTPUTS, at, line);
            filled = filled.with(
                    GoodsChoices.OUTPUTS.head(at++) + "place",
                    line.place() == null || line.place().equals(last.place()) ? null : line.place());
        }
        return filled;
    }

    /** "40 × Used greeting cards became 31 × Refurbished greeting cards, 9 × Card scraps (let go)". */
    private String words(WorkView work) {
        Map<String, Long> used = new LinkedHashMap<>();
        work.inputs().forEach(line -> used.merge(line.item(), line.quantity(), Long::sum));
        List<String> went = used.entrySet().stream()
                .map(each -> goods.say(catalogue.find(each.getKey()), null, each.getValue()))
                .toList();
        List<String> came = work.outputs().stream()
                .map(line -> {
                    String words = goods.say(catalogue.find(line.item()), line.size(), line.quantity());
                    return line.place() == null ? frame.say("workshop_let_go_too", Map.of("0", words)) : words;
                })
                .toList();
        return frame.say("workshop_became", Map.of("0", String.join(", ", went), "1", String.join(", ", came)));
    }

    private Said said(WorkshopView view) {
        return new Said(
                amounts(view.consumed()),
                amounts(view.made()),
                amounts(view.scraps()),
                percent(view.yield()),
                amounts(view.toDo()),
                view.days().stream()
                        .map(day -> new Day(
                                frame.day(day.day()),
                                day.steps(),
                                inShort(day.consumed()),
                                inShort(day.made()),
                                inShort(day.scraps()),
                                percent(day.yield())))
                        .toList());
    }

    private List<String> amounts(List<WorkshopView.Amount> amounts) {
        return amounts.stream()
                .map(each -> goods.say(catalogue.find(each.item()), null, each.quantity()))
                .toList();
    }

    /** By unit, without naming the items. */
    private String inShort(List<WorkshopView.Amount> amounts) {
        Map<String, WorkshopView.Amount> first = new LinkedHashMap<>();
        Map<String, Long> byUnit = new LinkedHashMap<>();
        amounts.forEach(each -> {
            first.putIfAbsent(each.unit(), each);
            byUnit.merge(each.unit(), each.quantity(), Long::sum);
        });
        return String.join(
                ", ",
                byUnit.entrySet().stream()
                        .map(each -> goods.quantity(catalogue.find(first.get(each.getKey()).item()), each.getValue()))
                        .toList());
    }

    private String percent(BigDecimal yield) {
        return yield == null ? "" : frame.say("workshop_percent", Map.of("0", yield));
    }
}
