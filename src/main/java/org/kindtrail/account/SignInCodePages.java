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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.TooManyAttempts;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.OpenToAnyone;

/** The second step of a sign-in, for who has a second factor. A form that came too late is carried through it, too. */
@Path(SignInCodePages.PATH)
@Produces("text/html")
public class SignInCodePages {
    static final String PATH = SignInPages.PATH + "/code";

    private final SecondFactors factors;
    private final PendingSignIn pending;
    private final Arrival arrival;
    private final Frame frame;

    SignInCodePages(SecondFactors factors, PendingSignIn pending, Arrival arrival, Frame frame) {
        this.factors = factors;
        this.pending = pending;
        this.arrival = arrival;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance loginCode(Form form, String then, List<CarriedForm.Field> carried);
    }

    @GET
    @OpenToAnyone
    public Response ask(@QueryParam("_then") String given, @Context HttpHeaders headers, @Context UriInfo address) {
        String then = LocalPath.of(given);
        if (who(coming(headers, address, then, List.of())).isEmpty()) {
            return Response.seeOther(address(SignInPages.PATH, then)).build();
        }
        return SignInPages.again(200, Templates.loginCode(Form.empty(), then, List.of())).build();
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenToAnyone
    public Response signIn(
            MultivaluedMap<String, String> typed, @Context HttpHeaders headers, @Context UriInfo address) {
        Form form = Form.of(typed);
        String then = LocalPath.of(form.value("_then"));
        List<CarriedForm.Field> carried = CarriedForm.of(form).fields();
        Arrival.Coming coming = coming(headers, address, then, carried);
        Optional<Person> person = who(coming);
        if (person.isEmpty()) {
            Form over = form.refusedFor(Invalid.field("_name", "account_code_over"));
            return SignInPages.again(422, SignInPages.Templates.login(over, then, carried, false, false)).build();
        }
        try {
            // A code is worth nothing a moment later, so it does not come back to be mended.
            String field = form.has("_recovery") ? "_recovery" : "_code";
            factors.take(person.get(), field, form.value(field));
            return arrival.in(person.get(), coming);
        } catch (Invalid wrong) {
            return SignInPages.again(422, Templates.loginCode(Form.empty().refusedFor(wrong), then, carried)).build();
        } catch (TooManyAttempts wait) {
            return SignInPages.again(429, Templates.loginCode(Form.empty().refusedFor(wait), then, carried))
                    .header("Retry-After", wait.seconds())
                    .build();
        }
    }

    /** Who showed name and password here, and still has a second factor to show. */
    private Optional<Person> who(Arrival.Coming coming) {
        return pending.person(coming.cookie(PendingSignIn.COOKIE), frame.getBrowser()).filter(arrival::needsCode);
    }

    private static Arrival.Coming coming(
            HttpHeaders headers, UriInfo address, String then, List<CarriedForm.Field> carried) {
        boolean secure = "https".equals(address.getRequestUri().getScheme());
        return new Arrival.Coming(headers, secure, then, !carried.isEmpty());
    }

    static URI address(String path, String then) {
        String query = then.equals("/") ? "" : "?_then=" + URLEncoder.encode(then, StandardCharsets.UTF_8);
        return URI.create(path + query);
    }
}
