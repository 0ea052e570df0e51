package org.kindtrail.account;

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
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** One's own account: password, sessions, tokens for programs. */
@Path("/me")
@Produces("text/html")
public class MePages {
    private static final long USUAL_DAYS = 90;

    private final MeService me;
    private final SecondFactorService factor;
    private final Rules rules;
    private final Once once;

    MePages(MeService me, SecondFactorService factor, Rules rules, Once once) {
        this.me = me;
        this.factor = factor;
        this.rules = rules;
        this.once = once;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance me(
                MeView me,
                Form form,
                SecondFactorView factor,
                List<AccessView> sessions,
                List<SignedInView> signIns,
                List<AccessView> tokens,
                List<History.Entry> history,
                boolean changed,
                boolean byLink);

        static native TemplateInstance token(NewToken made);
    }

    @GET
    @OpenTo(partners = true)
    public TemplateInstance me(@QueryParam("changed") String changed) {
        return page(Form.empty().with("days", USUAL_DAYS), "password".equals(changed));
    }

    @POST
    @Path("/password")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(partners = true)
    public Response password(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    me.changePassword(new ChangePassword(form.value("oldPassword"), form.value("newPassword")));
                    return "/me?changed=password";
                },
                this::again);
    }

    @POST
    @Path("/sessions/{id}/end")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(partners = true)
    public Response endSession(@PathParam("id") String id, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed),
                () -> {
                    me.endSession(id);
                    return "/me";
                },
                this::again);
    }

    @POST
    @Path("/other-sessions/end")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(partners = true)
    public Response endOtherSessions(MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed),
                () -> {
                    me.endOtherSessions();
                    return "/me";
                },
                this::again);
    }

    /** The secret stands on the answer itself and is kept nowhere, so a repeat cannot show it again. */
    @POST
    @Path("/tokens")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(partners = true)
    public Response createToken(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        NewToken[] made = {null};
        Response answer = once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    Long days = read.wholeNumber("days");
                    CreateToken command = new CreateToken(read.text("label"), days == null ? USUAL_DAYS : days);
                    made[0] = me.createToken(rules.check(command, read.faults()), form.value("password"));
                    return "/me";
                },
                this::again);
        if (answer.getStatus() != 303) {
            return answer;
        }
        return made[0] != null
                ? SignInPages.again(200, Templates.token(made[0])).build()
                : SignInPages.again(409, again(form.refusedFor(new Refused("error_token_shown"))))
                        .build();
    }

    @POST
    @Path("/tokens/{id}/revoke")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(partners = true)
    public Response revokeToken(@PathParam("id") String id, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed),
                () -> {
                    me.revokeToken(id);
                    return "/me";
                },
                this::again);
    }

    private TemplateInstance again(Form refused) {
        return page(refused.has("days") ? refused : refused.with("days", USUAL_DAYS), false);
    }

    private TemplateInstance page(Form form, boolean changed) {
        return Templates.me(
                me.me(), form, factor.mine(), me.sessions(), me.latestSignIns(), me.tokens(), me.history(), changed, me.comesByLink());
    }
}
