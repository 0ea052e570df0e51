package org.kindtrail.drive;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Places;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Drives for people. */
@Path("/drives")
@Produces("text/html")
public class DrivePages {
    private final DriveService drives;
    private final Places places;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    DrivePages(
            DriveService drives,
            Places places,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.drives = drives;
        this.places = places;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "drive", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance drive(DriveView drive, Form form, List<History.Entry> history);

        static native TemplateInstance edit(String code, Form form, List<Option> kinds, List<Option> sites);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("open") String open, @QueryParam("after") String after, @QueryParam("format") String format) {
        Boolean wanted = Cursor.truth("open", open);
        String path = wanted == null ? "/drives" : "/drives?open=" + wanted;
        Listing<DriveView> listing = new Listing<>("drive_list", path, (from, size) -> drives.list(wanted, from, size))
                .link("drive_title", DriveView::title, drive -> "/drives/" + drive.code())
                .column("drive_kind", drive -> frame.say(drive.kind().wordsKey(), Map.of()))
                .column("drive_starts_on", DriveView::startsOn)
                .column("drive_ends_on", DriveView::endsOn)
                .column("drive_site", DriveView::siteName)
                .column("drive_state", drive -> frame.say(drive.open() ? "drive_is_open" : "drive_is_closed", Map.of()))
                .filter(frame.say("drive_filter_all", Map.of()), "/drives", wanted == null)
                .filter(frame.say("drive_filter_open", Map.of()), "/drives?open=true", Boolean.TRUE.equals(wanted))
                .filter(frame.say("drive_filter_closed", Map.of()), "/drives?open=false", Boolean.FALSE.equals(wanted))
                .whenEmpty("drive_list_empty");
        if (frame.may("coordinator")) {
            listing.action("drive_new", "/drives/new");
        }
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance opening() {
        return edit(null, Form.empty());
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response open(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(form, () -> "/drives/" + drives.open(read(form)).code(), refused -> edit(null, refused));
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance drive(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    @GET
    @Path("/{code}/edit")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance editing(@PathParam("code") String code) {
        DriveView drive = drives.get(code);
        return edit(
                code,
                Form.empty()
                        .with("version", drive.version())
                        .with("kind", drive.kind().word())
                        .with("title", drive.title())
                        .with("about", drive.about())
                        .with("startsOn", drive.startsOn())
                        .with("endsOn", drive.endsOn())
                        .with("site", drive.site()));
    }

    @POST
    @Path("/{code}/edit")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response describe(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Long version = form.read().wholeNumber("version");
                    return "/drives/"
                            + drives.describe(code, version == null ? -1 : version.intValue(), read(form)).code();
                },
                refused -> edit(code, refused));
    }

    @POST
    @Path("/{code}/close")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response close(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(Form.of(typed), () -> "/drives/" + drives.close(code).code(), refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reopen(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed), () -> "/drives/" + drives.reopen(code).code(), refused -> page(code, refused));
    }

    private TemplateInstance page(String code, Form form) {
        DriveView drive = drives.get(code);
        return Templates.drive(drive, form, history.of(drive.code()));
    }

    private TemplateInstance edit(String code, Form form) {
        List<Option> sites = places.sites().stream()
                .map(site -> new Option(site.getCode(), site.getName()))
                .toList();
        List<Option> kinds = Arrays.stream(DriveKind.values())
                .map(kind -> new Option(kind.word(), frame.say(kind.wordsKey(), Map.of())))
                .toList();
        return Templates.edit(code, form, kinds, sites);
    }

    private OpenDrive read(Form form) {
        Reading typed = form.read();
        OpenDrive command = new OpenDrive(
                typed.oneOf("kind", DriveKind.class),
                typed.text("title"),
                typed.text("about"),
                typed.day("startsOn"),
                typed.day("endsOn"),
                typed.code("site"));
        return rules.check(command, typed.faults());
    }
}
