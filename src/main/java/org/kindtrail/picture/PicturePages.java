package org.kindtrail.picture;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.drive.Drives;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Photographs and stories for people. */
@Path("/pictures")
@Produces("text/html")
public class PicturePages {
    private static final int AT_A_TIME = 12;

    private final PictureService pictures;
    private final Drives drives;
    private final Once once;
    private final Rules rules;
    private final History history;
    private final Frame frame;
    private final Clock clock;

    PicturePages(
            PictureService pictures, Drives drives, Once once, Rules rules, History history, Frame frame, Clock clock) {
        this.pictures = pictures;
        this.drives = drives;
        this.once = once;
        this.rules = rules;
        this.history = history;
        this.frame = frame;
        this.clock = clock;
    }

    /** What a coordinator chooses from when a consent is recorded. */
    public record Choices(List<Option> audiences, List<Option> by, List<Option> how) {}

    @CheckedTemplate(basePath = "picture", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance pictures(Page<PictureView> page, String about, boolean waiting, String after);

        static native TemplateInstance picture(PictureView picture, Form form, Choices choices, List<History.Entry> history);

        static native TemplateInstance photograph(Form form, List<Option> drives);

        static native TemplateInstance story(Form form, List<Option> drives);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance list(
            @QueryParam("about") String about, @QueryParam("waiting") String waiting, @QueryParam("after") String after) {
        boolean only = Boolean.TRUE.equals(Cursor.truth("waiting", waiting));
        String of = about == null || about.isBlank() ? null : about.strip();
        return Templates.pictures(pictures.list(of, only, after, AT_A_TIME), of, only, after);
    }

    @GET
    @Path("/new")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance photographing(@QueryParam("about") String about) {
        return Templates.photograph(Form.empty().with("about", about), openDrives());
    }

    @GET
    @Path("/new-story")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance telling(@QueryParam("about") String about) {
        return Templates.story(Form.empty().with("about", about), openDrives());
    }

    private List<Option> openDrives() {
        return drives.open().stream()
                .map(drive -> new Option(drive.getCode(), drive.getTitle()))
                .toList();
    }

    @POST
    @Consumes({"multipart/form-data", "application/x-www-form-urlencoded"})
    @OpenTo(Role.VOLUNTEER)
    public Response photograph(MultipartFormDataInput sent) {
        SentPhotograph photograph = SentPhotograph.of(sent, pictures::clean);
        return once.submit(
                photograph.form(),
                () -> {
                    Reading typed = photograph.form().read();
                    AddPicture command = read(PictureKind.PHOTOGRAPH, typed);
                    typed.faults().addAll(photograph.faults());
                    return address(pictures.add(rules.check(command, typed.faults()), photograph.image()));
                },
                refused -> Templates.photograph(refused, openDrives()));
    }

    @POST
    @Path("/stories")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response story(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    return address(pictures.add(rules.check(read(PictureKind.STORY, reading), reading.faults())));
                },
                refused -> Templates.story(refused, openDrives()));
    }

    private static AddPicture read(PictureKind kind, Reading typed) {
        return new AddPicture(kind, typed.code("about"), typed.text("words"), typed.text("shows"));
    }

    private static String address(PictureView picture) {
        return "/pictures/" + picture.code();
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance picture(@PathParam("code") String code) {
        return page(code, Form.empty().with("on", LocalDate.ofInstant(clock.instant(), frame.getZone())));
    }

    private TemplateInstance page(String code, Form form) {
        PictureView picture = pictures.get(code);
        return Templates.picture(picture, form, choices(picture), history.of(picture.code()));
    }

    private Choices choices(PictureView picture) {
        return new Choices(
                Arrays.stream(Audience.values())
                        .filter(each -> !each.isOutside() || !picture.isAboutGoods())
                        .map(each -> option(each.word(), each.wordsKey())).toList(),
                Arrays.stream(ConsentBy.values()).map(each -> option(each.word(), each.wordsKey())).toList(),
                Arrays.stream(ConsentHow.values()).map(each -> option(each.word(), each.wordsKey())).toList());
    }

    private Option option(String word, String wordsKey) {
        return new Option(word, frame.say(wordsKey, Map.of()));
    }

    @GET
    @Path("/{code}/image")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    public Response image(@PathParam("code") String code) {
        return Response.ok(pictures.image(code), "image/jpeg").build();
    }

    @POST
    @Path("/{code}/consent")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response consent(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return acted(code, form, () -> {
            Reading reading = form.read();
            RecordConsent command = new RecordConsent(
                    reading.oneOf("audience", Audience.class),
                    reading.oneOf("by", ConsentBy.class),
                    reading.oneOf("how", ConsentHow.class),
                    reading.day("on"));
            return address(pictures.consent(code, rules.check(command, reading.faults())));
        });
    }

    @POST
    @Path("/{code}/withdraw")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response withdraw(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return acted(code, form, () -> ended(pictures.withdraw(code, new EndPicture(form.read().text("why")))));
    }

    @POST
    @Path("/{code}/remove")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response remove(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return acted(code, form, () -> ended(pictures.remove(code, new EndPicture(form.read().text("why")))));
    }

    /** Its page is there for coordinators only. */
    private String ended(PictureView picture) {
        return frame.may("coordinator") ? address(picture) : "/pictures?about=" + picture.about();
    }

    private Response acted(String code, Form form, Supplier<String> act) {
        return once.submit(form, act, refused -> page(code, refused));
    }
}
