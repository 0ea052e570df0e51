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
import org.kindtrail.drive.Drives;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Rules;
import org.kindtrail.recipient.Recipients;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Wish lists for the people of the house. */
@Path("/wish-lists")
@Produces("text/html")
public class WishListPages {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final WishListService lists;
    private final Drives drives;
    private final Recipients recipients;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    WishListPages(
            WishListService lists,
            Drives drives,
            Recipients recipients,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.lists = lists;
        this.drives = drives;
        this.recipients = recipients;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "need", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance wishList(WishListView list, Form form, List<History.Entry> history);

        static native TemplateInstance wishListEdit(
                String code, Form form, List<Option> drives, List<Option> recipients);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(
            @QueryParam("drive") String drive, @QueryParam("after") String after, @QueryParam("format") String format) {
        String of = Code.read(CodeKind.DRIVE, drive).orElse(null);
        Listing<WishListRow> listing = new Listing<WishListRow>(
                        "need_wish_lists",
                        of == null ? "/wish-lists" : "/wish-lists?drive=" + of,
                        (from, size) -> lists.list(null, of, from, size))
                .link("need_wish_title", WishListRow::title, row -> "/wish-lists/" + row.code())
                .column("need_wish_of", this::of)
                .column("need_wish_state", row -> frame.say(row.open() ? "need_wish_is_open" : "need_wish_is_closed", Map.of()))
                .column("need_wish_code", WishListRow::code)
                .whenEmpty("need_wish_lists_empty");
        if (frame.may("coordinator")) {
            listing.action("need_wish_new", of == null ? "/wish-lists/new" : "/wish-lists/new?drive=" + of);
        }
        return listings.answer(listing, after, format);
    }

    private String of(WishListRow row) {
        return row.driveTitle() != null
                ? row.driveTitle()
                : row.recipientAlias() != null ? row.recipientAlias() : frame.say("need_wish_of_all", Map.of());
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance opening(@QueryParam("drive") String drive, @QueryParam("recipient") String recipient) {
        return edit(null, Form.empty().with("drive", drive).with("recipient", recipient));
    }

    private TemplateInstance edit(String code, Form form) {
        return Templates.wishListEdit(
                code,
                form,
                drives.open().stream()
                        .map(each -> new Option(each.getCode(), each.getTitle()))
                        .toList(),
                recipients.active().stream()
                        .map(each -> new Option(each.getCode(), each.getAlias()))
                        .toList());
    }

    @POST
    @Consumes(FORM)
    @OpenTo(Role.COORDINATOR)
    public Response open(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    OpenWishList command = new OpenWishList(
                            read.text("title"), read.text("about"), read.code("drive"), read.code("recipient"));
                    return at(lists.open(rules.check(command, read.faults())));
                },
                refused -> edit(null, refused));
    }

    private static String at(WishListView list) {
        return "/wish-lists/" + list.code();
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance wishList(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    private TemplateInstance page(String code, Form form) {
        WishListView list = lists.get(code);
        return Templates.wishList(list, form, history.of(list.code()));
    }

    @GET
    @Path("/{code}/edit")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance editing(@PathParam("code") String code) {
        WishListView list = lists.get(code);
        return edit(
                list.code(),
                Form.empty()
                        .with("version", list.version())
                        .with("title", list.title())
                        .with("about", list.about()));
    }

    @POST
    @Path("/{code}/edit")
    @Consumes(FORM)
    @OpenTo(Role.COORDINATOR)
    public Response change(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    Long version = read.wholeNumber("version");
                    ChangeWishList command = new ChangeWishList(
                            version == null ? -1 : version.intValue(), read.text("title"), read.text("about"));
                    return at(lists.change(code, rules.check(command, read.faults())));
                },
                refused -> edit(lists.get(code).code(), refused));
    }

    @POST
    @Path("/{code}/close")
    @Consumes(FORM)
    @OpenTo(Role.COORDINATOR)
    public Response close(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return submit(code, typed, () -> at(lists.close(code)));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes(FORM)
    @OpenTo(Role.COORDINATOR)
    public Response reopen(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return submit(code, typed, () -> at(lists.reopen(code)));
    }

    private Response submit(String code, MultivaluedMap<String, String> typed, Supplier<String> act) {
        return once.submit(Form.of(typed), act, refused -> page(code, refused));
    }
}
