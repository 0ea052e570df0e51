package org.kindtrail.place;

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
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Sites and shelves for people. */
@Path("/places")
@Produces("text/html")
public class PlacePages {
    private final PlaceService places;
    private final Places all;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    PlacePages(
            PlaceService places,
            Places all,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.places = places;
        this.all = all;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "place", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance place(PlaceView place, PlaceService.Standing standing, Form form, List<History.Entry> history);

        static native TemplateInstance edit(PlaceView place, boolean shelf, Form form, List<Option> sites);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("open") String open, @QueryParam("after") String after, @QueryParam("format") String format) {
        Boolean wanted = Cursor.truth("open", open);
        String path = wanted == null ? "/places" : "/places?open=" + wanted;
        Listing<PlaceView> listing = new Listing<>("place_list", path, (from, size) -> places.list(wanted, from, size))
                .column("place_site", place -> place.siteName() == null ? place.name() : place.siteName())
                .link(
                        "place_place",
                        place -> place.siteName() == null ? say("place_whole_site") : place.name(),
                        place -> "/places/" + place.code())
                .column("place_walk", place -> place.siteName() == null ? "" : place.walk())
                .column("place_state", place -> say(place.open() ? "place_is_open" : "place_is_closed"))
                .filter(say("place_filter_all"), "/places", wanted == null)
                .filter(say("place_filter_open"), "/places?open=true", Boolean.TRUE.equals(wanted))
                .filter(say("place_filter_closed"), "/places?open=false", Boolean.FALSE.equals(wanted))
                .whenEmpty("place_list_empty");
        if (frame.may("coordinator")) {
            listing.action("place_new_site", "/places/new").action("place_new_shelf", "/places/new-shelf");
        }
        return listings.answer(listing, after, format);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance newSite() {
        return add(Form.empty().with("kind", "site"));
    }

    @GET
    @Path("/new-shelf")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance newShelf(@QueryParam("site") String site) {
        return add(Form.empty().with("kind", "shelf").with("site", site));
    }

    private TemplateInstance add(Form form) {
        boolean shelf = form.value("kind").equals("shelf");
        List<Option> sites = shelf
                ? all.sites().stream().map(site -> new Option(site.getCode(), site.getName())).toList()
                : List.of();
        return Templates.edit(null, shelf, form, sites);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response add(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(form, () -> "/places/" + places.add(read(form)).code(), this::add);
    }

    private AddPlace read(Form form) {
        Reading typed = form.read();
        AddPlace command = new AddPlace(
                typed.oneOf("kind", PlaceKind.class), typed.text("name"), typed.code("site"), typed.wholeNumber("walk"));
        return rules.check(command, typed.faults());
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public Response place(@PathParam("code") String code) {
        return places.get(code).kind().isContainer()
                ? Response.seeOther(URI.create("/containers/" + places.get(code).code())).build()
                : Response.ok(page(code, Form.empty()), "text/html;charset=UTF-8").build();
    }

    private TemplateInstance page(String code, Form form) {
        PlaceView place = places.get(code);
        return Templates.place(place, places.standing(place.code()), form, history.of(place.code()));
    }

    @GET
    @Path("/{code}/edit")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance editing(@PathParam("code") String code) {
        PlaceView place = places.get(code);
        Form form = Form.empty().with("version", place.version()).with("name", place.name());
        return edit(place, form.with("walk", place.walk()));
    }

    private static TemplateInstance edit(PlaceView place, Form form) {
        return Templates.edit(place, place.kind() == PlaceKind.SHELF, form, List.of());
    }

    @POST
    @Path("/{code}/edit")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response describe(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/places/" + places.describe(code, change(form)).code(),
                refused -> edit(places.get(code), refused));
    }

    private ChangePlace change(Form form) {
        Reading typed = form.read();
        Long version = typed.wholeNumber("version");
        ChangePlace command = new ChangePlace(
                version == null ? -1 : version.intValue(), typed.text("name"), typed.wholeNumber("walk"));
        return rules.check(command, typed.faults());
    }

    @POST
    @Path("/{code}/close")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response close(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(Form.of(typed), () -> "/places/" + places.close(code).code(), refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reopen(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed), () -> "/places/" + places.reopen(code).code(), refused -> page(code, refused));
    }
}
