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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Rules;
import org.kindtrail.programme.ProgrammeChoices;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Kits for people: what they are packed of, how many could be, and packing them. */
@Path("/kits")
@Produces("text/html")
public class KitPages {
    private final KitService kits;
    private final Assembly assembly;
    private final KitForm kitForm;
    private final GoodsChoices choices;
    private final ProgrammeChoices programmes;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final Frame frame;

    KitPages(
            KitService kits,
            Assembly assembly,
            KitForm kitForm,
            GoodsChoices choices,
            ProgrammeChoices programmes,
            Once once,
            Rules rules,
            Listings listings,
            Frame frame) {
        this.kits = kits;
        this.assembly = assembly;
        this.kitForm = kitForm;
        this.choices = choices;
        this.programmes = programmes;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "workshop", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance kit(
                KitService.KitPage page, List<PartLine> parts, String scarcest, Form form, List<Option> places,
                List<Option> programmes);

        static native TemplateInstance recipe(
                String code, String name, Form form, List<KitForm.Names> parts, List<Option> items, GoodsChoices.Choices choices);
    }

    /** A part as its page shows it. */
    record PartLine(int line, long quantity, List<String> choices, long free, boolean scarce) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("active") String active, @QueryParam("after") String after, @QueryParam("format") String format) {
        boolean retired = Boolean.FALSE.equals(Cursor.truth("active", active));
        Listing<KitRow> listing = new Listing<KitRow>(
                        "workshop_kits",
                        retired ? "/kits?active=false" : "/kits",
                        (from, size) -> kits.list(retired, from, size))
                .link("workshop_kit", KitRow::name, row -> "/kits/" + row.code())
                .column("workshop_part_count", KitRow::parts)
                .column("workshop_possible", KitRow::possible)
                .column("workshop_code", KitRow::code)
                .filter(frame.say("workshop_filter_active", Map.of()), "/kits", !retired)
                .filter(frame.say("workshop_filter_retired", Map.of()), "/kits?active=false", retired)
                .whenEmpty(retired ? "workshop_kits_none_retired" : "workshop_kits_empty");
        if (frame.may("coordinator")) {
            listing.action("workshop_kit_new", "/kits/new");
        }
        listing.action("workshop_works", "/works");
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance defining() {
        return recipe(null, Form.empty(), false);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response define(MultivaluedMap<String, String> typed) {
        Form form = KitForm.closedUp(Form.of(typed));
        if (form.has("more")) {
            return Response.ok(recipe(null, form, true), "text/html;charset=UTF-8").build();
        }
        return once.submit(
                form, () -> "/kits/" + kits.define(read(form)).code(), refused -> recipe(null, refused, false));
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance kit(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    @GET
    @Path("/{code}/edit")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance editing(@PathParam("code") String code) {
        return recipe(code, kitForm.of(kits.get(code)), false);
    }

    @POST
    @Path("/{code}/edit")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response change(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = KitForm.closedUp(Form.of(typed));
        if (form.has("more")) {
            return Response.ok(recipe(code, form, true), "text/html;charset=UTF-8").build();
        }
        return once.submit(
                form,
                () -> {
                    Long version = form.read().wholeNumber("version");
                    return "/kits/"
                            + kits.change(code, version == null ? -1 : version.intValue(), read(form)).code();
                },
                refused -> recipe(code, refused, false));
    }

    @POST
    @Path("/{code}/retire")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response retire(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(Form.of(typed), () -> "/kits/" + kits.retire(code).code(), refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/pack")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response pack(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        String kit = kits.get(code).code();
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    PackKits command = new PackKits(
                            kit,
                            reading.code("place"),
                            reading.code("to"),
                            reading.wholeNumber("quantity"),
                            reading.text("remark"),
                            null,
                            reading.code("programme"));
                    return "/works/" + assembly.pack(rules.check(command, reading.faults())).code();
                },
                refused -> page(kit, refused));
    }

    private DescribeKit read(Form form) {
        Reading reading = form.read();
        DescribeKit command = kitForm.read(form, reading);
        return rules.check(command, reading.faults());
    }

    private TemplateInstance recipe(String code, Form form, boolean more) {
        String name = code == null ? null : kits.get(code).name();
        return Templates.recipe(code, name, form, KitForm.shown(form, more), choices.kits(), choices.choices());
    }

    private TemplateInstance page(String code, Form form) {
        KitService.KitPage page = kits.page(code);
        List<Option> places = page.places().stream()
                .map(place -> new Option(place.getCode(), place.label()))
                .toList();
        List<PartLine> parts = page.kit().parts().stream()
                .map(part -> new PartLine(
                        part.line(),
                        part.quantity(),
                        part.choices().stream().map(KitView.Choice::words).toList(),
                        page.possible().parts().get(part.line() - 1).free(),
                        page.possible().scarcest().contains(part.line())))
                .toList();
        String scarcest = String.join(
                "; ",
                parts.stream().filter(PartLine::scarce).map(part -> String.join(" / ", part.choices())).toList());
        Form shown = form.has("place") ? form : form.with("place", best(page));
        return Templates.kit(page, parts, scarcest, shown, places, programmes.open());
    }

    /** The site where most can be packed. */
    private static String best(KitService.KitPage page) {
        return page.possible().sites().stream()
                .max(Comparator.comparingLong(PossibleView.Site::kits))
                .map(PossibleView.Site::place)
                .orElse(null);
    }
}
