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
import java.util.Map;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.stock.Reverse;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;

/** Works for people: the list, and each with what went in and came out. */
@Path("/works")
@Produces("text/html")
public class WorkPages {
    private final WorkService works;
    private final Once once;
    private final Listings listings;
    private final Frame frame;

    WorkPages(WorkService works, Once once, Listings listings, Frame frame) {
        this.works = works;
        this.once = once;
        this.listings = listings;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "workshop", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance work(WorkService.WorkPage page, boolean canOpen, Form form);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("kind") String kind,
            @QueryParam("drive") String drive,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        WorkKind wanted = Cursor.choice("kind", kind, WorkKind.class);
        String of = Code.read(CodeKind.DRIVE, drive).orElse(drive);
        Listing<WorkRow> listing = new Listing<WorkRow>(
                        "workshop_works", path(wanted, of), (from, size) -> works.list(wanted, of, from, size))
                .link("workshop_code", WorkRow::code, row -> "/works/" + row.code())
                .column("workshop_kind", row -> say(row.kind().wordsKey()))
                .column("workshop_about", row -> row.kitName() != null ? row.kitName() : row.driveTitle())
                .column("workshop_quantity", WorkRow::quantity)
                .column("workshop_place", WorkRow::placeName)
                .column("workshop_occurred_at", WorkRow::occurredAt)
                .column("workshop_by", WorkRow::recordedBy)
                .column("workshop_state", row -> say(row.reversed() ? "workshop_reversed" : "workshop_stands"))
                .filter(say("workshop_filter_all"), path(null, of), wanted == null)
                .whenEmpty("workshop_works_empty");
        for (WorkKind each : WorkKind.values()) {
            listing.filter(say(each.wordsKey()), path(each, of), each == wanted);
        }
        listing.action("workshop_kits", "/kits");
        return listings.answer(listing, after, format);
    }

    private static String path(WorkKind kind, String drive) {
        String path = "/works";
        if (kind != null) {
            path += "?kind=" + kind.word();
        }
        return drive == null || Code.read(CodeKind.DRIVE, drive).isEmpty()
                ? path
                : path + (kind == null ? "?" : "&") + "drive=" + drive;
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance work(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    @POST
    @Path("/{code}/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/works/" + works.reverse(code, Reverse.read(form)).code(),
                refused -> page(code, refused));
    }

    private TemplateInstance page(String code, Form form) {
        WorkService.WorkPage page = works.page(code);
        boolean canOpen = page.work().kind() == WorkKind.KIT && !page.work().reversed();
        return Templates.work(page, canOpen, form);
    }
}
