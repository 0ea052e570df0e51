package org.kindtrail.workshop;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** What can be done with one lot in the workshop: grade or split it; take it apart when it is kits. */
@Path("/lots/{code}")
@Produces("text/html")
public class LotWorkPages {
    private static final FormLines LINES = new FormLines(
            "lines", List.of("item", "size", "fits", "grade", "quantity", "place"), List.of("quantity"), 20);

    private static final FormLines DAMAGED =
            new FormLines("damaged", List.of("item", "quantity"), List.of("quantity"), 50);

    private final Grading grading;
    private final Opening opening;
    private final GoodsChoices choices;
    private final Places places;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Once once;
    private final Rules rules;
    private final Frame frame;

    LotWorkPages(
            Grading grading,
            Opening opening,
            GoodsChoices choices,
            Places places,
            Catalogue catalogue,
            Goods goods,
            Once once,
            Rules rules,
            Frame frame) {
        this.grading = grading;
        this.opening = opening;
        this.choices = choices;
        this.places = places;
        this.catalogue = catalogue;
        this.goods = goods;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "workshop", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance grade(
                String code,
                String what,
                Form form,
                List<FormLines.Names> lines,
                GoodsChoices.Choices choices,
                List<Option> from,
                List<Option> places);

        static native TemplateInstance open(
                String code, String what, String packedBy, Form form, List<Part> parts, List<Option> from, List<Option> places);
    }

    /** An item that comes out, and the fields for what of it is damaged. */
    record Part(String name, String code, String item, String quantity) {}

    @GET
    @Path("/grade")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance grading(@PathParam("code") String code) {
        return grade(code, Form.empty(), false);
    }

    @POST
    @Path("/grade")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response grade(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = LINES.closedUp(Form.of(typed));
        if (form.has("more")) {
            return Response.ok(grade(code, form, true), "text/html;charset=UTF-8").build();
        }
        String lot = grading.gradable(code).lot().getCode();
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    List<MadeLine> lines = choices.lines(form, reading, LINES);
                    if (lines.isEmpty()) {
                        reading.refuse(LINES.head(0) + "quantity", "error_workshop_no_output", "");
                    }
                    GradeLot command = new GradeLot(
                            lot,
                            reading.code("place"),
                            reading.wholeNumber("quantity"),
                            lines.isEmpty() ? null : lines,
                            reading.text("remark"),
                            null);
                    return "/works/" + grading.grade(rules.check(command, reading.faults())).code();
                },
                refused -> grade(lot, refused, false));
    }

    private TemplateInstance grade(String code, Form form, boolean more) {
        Grading.Gradable gradable = grading.gradable(code);
        Form shown = form;
        if (!form.refused() && !more) {
            for (int i = 0; i < 2; i++) {
                shown = shown.with(LINES.head(i) + "item", catalogue.label(gradable.item()))
                        .with(LINES.head(i) + "size", gradable.lot().getSize())
                        .with(LINES.head(i) + "grade", gradable.lot().getGrade().word());
            }
        }
        return Templates.grade(
                gradable.lot().getCode(),
                goods.name(gradable.item(), gradable.lot().getSize()),
                shown,
                LINES.shown(shown, 2, more ? 2 : 0),
                choices.choices(),
                from(gradable.lying()),
                places());
    }

    @GET
    @Path("/open")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance opening(@PathParam("code") String code) {
        return open(code, Form.empty());
    }

    @POST
    @Path("/open")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response open(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = DAMAGED.closedUp(Form.of(typed));
        String lot = opening.openable(code).kits().getCode();
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    OpenKits command = new OpenKits(
                            lot,
                            reading.code("place"),
                            reading.wholeNumber("quantity"),
                            reading.code("to"),
                            damaged(form, reading),
                            reading.text("remark"),
                            null);
                    return "/works/" + opening.open(rules.check(command, reading.faults())).code();
                },
                refused -> open(lot, refused));
    }

    private static List<OpenKits.Damaged> damaged(Form form, Reading reading) {
        return IntStream.range(0, DAMAGED.filled(form))
                .mapToObj(i -> new OpenKits.Damaged(
                        reading.text(DAMAGED.head(i) + "item"), reading.wholeNumber(DAMAGED.head(i) + "quantity")))
                .toList();
    }

    private TemplateInstance open(String code, Form form) {
        Opening.Openable openable = opening.openable(code);
        // In the order of a form that came back, so that each number stands beside its item.
        Set<Item> items = new LinkedHashSet<>();
        for (int i = 0; i < form.lines("damaged", DAMAGED.most()); i++) {
            Item sent = catalogue.find(form.value(DAMAGED.head(i) + "item"));
            openable.items().stream().filter(item -> item.equals(sent)).forEach(items::add);
        }
        items.addAll(openable.items());
        List<Part> parts = new ArrayList<>();
        for (Item item : items) {
            String head = DAMAGED.head(parts.size());
            parts.add(new Part(catalogue.label(item), item.getCode(), head + "item", head + "quantity"));
        }
        return Templates.open(
                openable.kits().getCode(),
                catalogue.label(catalogue.of(openable.kits().getItem().getId())),
                openable.packing().getCode(),
                form,
                parts,
                from(openable.lying()),
                places());
    }

    private List<Option> from(List<Works.Lying> lying) {
        return lying.stream()
                .map(each -> {
                    Place place = each.place();
                    return new Option(
                            place.getCode(),
                            frame.say("stock_free_at", Map.of("place", place.label(), "available", each.available())));
                })
                .toList();
    }

    private List<Option> places() {
        return places.open().stream()
                .map(place -> new Option(place.getCode(), place.label()))
                .toList();
    }
}
