package org.kindtrail.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.TooManyAttempts;
import org.kindtrail.web.Form;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Visitor;

/** Where people sign in. A form that came too late, when the session had ended, is carried along and sent again. */
@Path(SignInPages.PATH)
@Produces("text/html")
public class SignInPages {
    static final String PATH = "/login";

    private final SignIn signIn;
    private final Arrival arrival;
    private final KnownDevice device;
    private final Visitor visitor;

    SignInPages(SignIn signIn, Arrival arrival, KnownDevice device, Visitor visitor) {
        this.signIn = signIn;
        this.arrival = arrival;
        this.device = device;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance login(
                Form form, String then, List<CarriedForm.Field> carried, boolean ended, boolean lost);
    }

    @GET
    @OpenToAnyone
    public TemplateInstance ask(@QueryParam("_then") String then) {
        return Templates.login(Form.empty(), LocalPath.of(then), List.of(), false, false);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenToAnyone
    public Response signIn(MultivaluedMap<String, String> typed, @Context HttpHeaders headers) {
        Form form = Form.of(typed);
        String then = LocalPath.of(form.value("_then"));
        List<CarriedForm.Field> carried = CarriedForm.of(form).fields();
        String name = form.value("_name").strip();
        boolean secure = visitor.isSafe();
        Arrival.Coming coming = new Arrival.Coming(headers, secure, then, !carried.isEmpty());
        try {
            String from = device.from(coming.cookie(KnownDevice.COOKIE), name, visitor.address());
            Person person = signIn.withPassword(name, form.value("_password"), from);
            return arrival.needsCode(person) ? askForCode(person, coming, carried) : arrival.in(person, coming);
        } catch (Invalid wrong) {
            return again(422, Templates.login(form.refusedFor(wrong), then, carried, false, false)).build();
        } catch (TooManyAttempts wait) {
            return again(429, Templates.login(form.refusedFor(wait), then, carried, false, false))
                    .header("Retry-After", wait.seconds())
                    .build();
        }
    }

    /** What is carried cannot go through a redirect without the password going with it, so the page comes at once. */
    private Response askForCode(Person person, Arrival.Coming coming, List<CarriedForm.Field> carried) {
        Response.ResponseBuilder answer = carried.isEmpty()
                ? Response.seeOther(SignInCodePages.address(SignInCodePages.PATH, coming.then()))
                : again(200, SignInCodePages.Templates.loginCode(Form.empty(), coming.then(), carried));
        return arrival.waiting(answer, person, coming).build();
    }

    static Response.ResponseBuilder again(int status, TemplateInstance page) {
        return Response.status(status).type("text/html;charset=UTF-8").entity(page);
    }
}
