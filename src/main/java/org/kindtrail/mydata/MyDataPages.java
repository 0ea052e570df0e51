package org.kindtrail.mydata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kindtrail.account.Once;
import org.kindtrail.donor.AddDonor;
import org.kindtrail.donor.Contact;
import org.kindtrail.donor.ContactFields;
import org.kindtrail.donor.Wish;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Reading;

/** What is held about a donor, for the donor, without an account. */
@Path(MyDataPages.PATH)
@Produces("text/html")
public class MyDataPages {
    static final String PATH = "/mine";
    static final String COOKIE = "kindtrail_mine";
    private static final String HTML = "text/html;charset=UTF-8";

    private final OwnDataService ownData;
    private final OwnDataText text;
    private final Once once;
    private final Rules rules;
    private final Frame frame;
    private final ObjectMapper json;

    MyDataPages(
            OwnDataService ownData, OwnDataText text, Once once, Rules rules, Frame frame, ObjectMapper json) {
        this.ownData = ownData;
        this.text = text;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
        this.json = json;
    }

    @CheckedTemplate(basePath = "mydata", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance door(Form form);

        static native TemplateInstance link(String link);

        static native TemplateInstance linkUsed(String problem);

        static native TemplateInstance asked();

        static native TemplateInstance mine(OwnData data);

        static native TemplateInstance edit(Form form, List<Wish> wishes);

        static native TemplateInstance erase(OwnData data, Form form);

        static native TemplateInstance erased();
    }

    private static String from(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).type(HTML).entity(page).build();
    }

    private static String cookie(HttpHeaders headers) {
        Cookie found = headers.getCookies().get(COOKIE);
        return found == null ? null : found.getValue();
    }

    private static NewCookie cookie(String secret, long seconds, UriInfo here) {
        return new NewCookie.Builder(COOKIE)
                .value(secret)
                .path("/")
                .httpOnly(true)
                .secure("https".equals(here.getRequestUri().getScheme()))
                // a link in a letter leads here from elsewhere
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge((int) seconds)
                .build();
    }

    private static Response visiting(String secret, UriInfo here) {
        return Response.seeOther(URI.create(PATH))
                .cookie(cookie(secret, Visits.VISIT.toSeconds(), here))
                .build();
    }

    private static Response left(String where, UriInfo here) {
        return Response.seeOther(URI.create(where)).cookie(cookie("", 0, here)).build();
    }

    /** For who is on a visit; all others come to the door. */
    private Response visit(HttpHeaders headers, Function<OwnDataService.Visitor, Response> act) {
        Optional<OwnDataService.Visitor> visitor = ownData.byVisit(cookie(headers));
        return visitor.isPresent()
                ? act.apply(visitor.get())
                : Response.seeOther(URI.create(PATH)).build();
    }

    @GET
    @OpenToAnyone
    public Response mine(@Context HttpHeaders headers) {
        Optional<OwnDataService.Visitor> visitor = ownData.byVisit(cookie(headers));
        return page(200, visitor.map(each -> Templates.mine(ownData.see(each))).orElseGet(() -> Templates.door(Form.empty())));
    }

    /** The code comes in the form, so it stands in no address. */
    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenToAnyone
    public Response open(
            MultivaluedMap<String, String> typed, @Context HttpServerRequest request, @Context UriInfo here) {
        Form form = Form.of(typed);
        try {
            return visiting(ownData.begin(ownData.byCode(form.value("code"), from(request))), here);
        } catch (WrongOwnCode wrong) {
            return page(422, Templates.door(form.refusedFor(Invalid.field("code", wrong.key()))));
        }
    }

    /** Programs that read letters open links; so this only shows a button. */
    @GET
    @Path("/link/{link}")
    @OpenToAnyone
    public Response link(@PathParam("link") String link, @Context HttpServerRequest request) {
        try {
            ownData.look(link, from(request));
            return page(200, Templates.link(link));
        } catch (WrongOwnCode wrong) {
            return used(wrong);
        }
    }

    private Response used(WrongOwnCode wrong) {
        return page(404, Templates.linkUsed(frame.say(wrong.key(), Map.of())));
    }

    @POST
    @Path("/link/{link}")
    @Consumes("application/x-www-form-urlencoded")
    @OpenToAnyone
    public Response enter(
            @PathParam("link") String link, @Context HttpServerRequest request, @Context UriInfo here) {
        try {
            return visiting(ownData.enter(link, frame.getBrowser(), from(request)), here);
        } catch (WrongOwnCode wrong) {
            return used(wrong);
        }
    }

    @GET
    @Path("/asked")
    @OpenToAnyone
    public TemplateInstance asked() {
        return Templates.asked();
    }

    @GET
    @Path("/edit")
    @OpenToAnyone
    public Response editing(@Context HttpHeaders headers) {
        return visit(headers, visitor -> {
            OwnData data = ownData.see(visitor);
            Form form = Form.empty()
                    .with("knownAs", data.knownAs())
                    .with(ContactFields.EMAIL, data.email() == null ? null : data.email().text())
                    .with(ContactFields.TELEPHONE, data.telephone() == null ? null : data.telephone().text())
                    .withAll("wants", data.wants().stream().map(Wish::word).toList());
            return page(200, edit(form));
        });
    }

    private static TemplateInstance edit(Form form) {
        return Templates.edit(form, List.of(Wish.values()));
    }

    @POST
    @Path("/edit")
    @Consumes("application/x-www-form-urlencoded")
    @OpenToAnyone
    public Response edit(MultivaluedMap<String, String> typed, @Context HttpHeaders headers) {
        Form form = Form.of(typed);
        return visit(
                headers,
                visitor -> once.submit(
                        form,
                        () -> {
                            ContactFields.inForm(() -> ownData.correct(visitor, read(form)));
                            return PATH;
                        },
                        MyDataPages::edit));
    }

    private AddDonor read(Form form) {
        Reading read = form.read();
        Contact contact = ContactFields.read(form, read, true);
        if (!form.has(ContactFields.EMAIL)) {
            // without an address there is nothing to wish
            contact = new Contact(contact.email(), contact.telephone(), Set.of(), contact.language());
        }
        return rules.check(new AddDonor(read.text("knownAs"), contact), read.faults());
    }

    @GET
    @Path("/download")
    @Produces({"application/json", "text/plain", "text/html"})
    @OpenToAnyone
    public Response download(
            @QueryParam("format") String format, @Context HttpHeaders headers, @Context UriInfo here) {
        return visit(headers, visitor -> {
            OwnData data = ownData.see(visitor);
            if ("json".equals(format)) {
                return file("my-data.json", "application/json", written(data));
            }
            if ("text".equals(format)) {
                return file("my-data.txt", "text/plain;charset=UTF-8", text.of(data, here.getBaseUri().toString().replaceFirst("/+$", "")));
            }
            throw new Unreadable("format", "error_mydata_format", Map.of());
        });
    }

    private String written(OwnData data) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(data) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is held could not be written");
        }
    }

    private static Response file(String name, String type, String content) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("X-Robots-Tag", "noindex")
                .build();
    }

    @GET
    @Path("/erase")
    @OpenToAnyone
    public Response askingToErase(@Context HttpHeaders headers) {
        return visit(headers, visitor -> page(200, Templates.erase(ownData.see(visitor), Form.empty())));
    }

    @POST
    @Path("/erase")
    @Consumes("application/x-www-form-urlencoded")
    @OpenToAnyone
    public Response erase(
            MultivaluedMap<String, String> typed, @Context HttpHeaders headers, @Context UriInfo here) {
        return visit(headers, visitor -> {
            Response answer = once.submit(
                    Form.of(typed),
                    () -> {
                        ownData.erase(visitor);
                        return PATH + "/erased";
                    },
                    refused -> Templates.erase(ownData.see(visitor), refused));
            return answer.getStatus() == 303 ? left(PATH + "/erased", here) : answer;
        });
    }

    @GET
    @Path("/erased")
    @OpenToAnyone
    public TemplateInstance erased() {
        return Templates.erased();
    }

    @POST
    @Path("/end")
    @Consumes("application/x-www-form-urlencoded")
    @OpenToAnyone
    public Response end(@Context HttpHeaders headers, @Context UriInfo here) {
        ownData.end(cookie(headers));
        return left(PATH, here);
    }
}
