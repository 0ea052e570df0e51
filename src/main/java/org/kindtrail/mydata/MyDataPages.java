package org.kindtrail.mydata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
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
import org.kindtrail.web.Cookies;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Reading;
import org.kindtrail.web.Visitor;

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
    private final Visitor visitor;
    private final ObjectMapper json;

    MyDataPages(
            OwnDataService ownData,
            OwnDataText text,
            Once once,
            Rules rules,
            Frame frame,
            Visitor visitor,
            ObjectMapper json) {
        this.ownData = ownData;
        this.text = text;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
        this.visitor = visitor;
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

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).type(HTML).entity(page).build();
    }

    private String secret(HttpHeaders headers) {
        return Cookies.value(headers.getCookies(), COOKIE, visitor.isSafe());
    }

    private Response visiting(String secret) {
        return Response.seeOther(URI.create(PATH))
                .cookie(Cookies.cookie(COOKIE, secret, (int) Visits.VISIT.toSeconds(), visitor.isSafe()))
                .build();
    }

    private Response left(String where) {
        return Response.seeOther(URI.create(where))
                .cookie(Cookies.cookie(COOKIE, "", 0, visitor.isSafe()))
                .build();
    }

    /** For who is on a visit; all others come to the door. */
    private Response visit(HttpHeaders headers, Function<OwnDataService.Visitor, Response> act) {
        Optional<OwnDataService.Visitor> who = ownData.byVisit(secret(headers));
        return who.isPresent()
                ? act.apply(who.get())
                : Response.seeOther(URI.create(PATH)).build();
    }

    @GET
    @OpenToAnyone
    public Response mine(@Context HttpHeaders headers) {
        Optional<OwnDataService.Visitor> who = ownData.byVisit(secret(headers));
        return page(200, who.map(each -> Templates.mine(ownData.see(each))).orElseGet(() -> Templates.door(Form.empty())));
    }

    /** The code comes in the form, so it stands in no address. */
    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenToAnyone
    public Response open(
            MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        try {
            return visiting(ownData.begin(ownData.byCode(form.value("code"), visitor.address())));
        } catch (WrongOwnCode wrong) {
            return page(422, Templates.door(form.refusedFor(Invalid.field("code", wrong.key()))));
        }
    }

    /** Programs that read letters open links; so this only shows a button. */
    @GET
    @Path("/link/{link}")
    @OpenToAnyone
    public Response link(@PathParam("link") String link) {
        try {
            ownData.look(link, visitor.address());
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
            @PathParam("link") String link) {
        try {
            return visiting(ownData.enter(link, frame.getBrowser(), visitor.address()));
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
        return visit(headers, who -> {
            OwnData data = ownData.see(who);
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
                who -> once.submit(
                        form,
                        () -> {
                            ContactFields.inForm(() -> ownData.correct(who, read(form)));
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
            @QueryParam("as") String format, @Context HttpHeaders headers, @Context UriInfo here) {
        return visit(headers, who -> {
            OwnData data = ownData.see(who);
            if ("json".equals(format)) {
                return file("my-data.json", "application/json", written(data));
            }
            if ("text".equals(format)) {
                return file("my-data.txt", "text/plain;charset=UTF-8", text.of(data, here.getBaseUri().toString().replaceFirst("/+$", "")));
            }
            throw new Unreadable("as", "error_mydata_format", Map.of());
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
        return visit(headers, who -> page(200, Templates.erase(ownData.see(who), Form.empty())));
    }

    @POST
    @Path("/erase")
    @Consumes("application/x-www-form-urlencoded")
    @OpenToAnyone
    public Response erase(
            MultivaluedMap<String, String> typed, @Context HttpHeaders headers) {
        return visit(headers, who -> {
            Response answer = once.submit(
                    Form.of(typed),
                    () -> {
                        ownData.erase(who);
                        return PATH + "/erased";
                    },
                    refused -> Templates.erase(ownData.see(who), refused));
            return answer.getStatus() == 303 ? left(PATH + "/erased") : answer;
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
    public Response end(@Context HttpHeaders headers) {
        ownData.end(secret(headers));
        return left(PATH);
    }
}
