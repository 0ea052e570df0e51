package org.kindtrail.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;

/** For whom the installation requires a second factor, and the way back in for a coordinator who lost theirs. */
@Path(SecondFactorRequirementPages.PATH)
@Produces("text/html")
public class SecondFactorRequirementPages {
    static final String PATH = "/administration/second-factor";

    private final SecondFactorService factors;
    private final Once once;
    private final Frame frame;

    SecondFactorRequirementPages(SecondFactorService factors, Once once, Frame frame) {
        this.factors = factors;
        this.once = once;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance secondFactorRequirement(
                Form form, List<Option> roles, List<History.Entry> history, String done);
    }

    @GET
    @OpenTo(Role.ADMINISTRATOR)
    public TemplateInstance show(@QueryParam("done") String done) {
        boolean known = done != null && Set.of("saved", "removed").contains(done);
        return page(asItIs(), known ? "account_factor_done_" + done : null);
    }

    private Form asItIs() {
        return Form.empty()
                .withAll("roles", factors.requirement().roles().stream().map(Role::word).toList());
    }

    private TemplateInstance page(Form form, String done) {
        List<Option> roles = Arrays.stream(Role.values())
                .map(role -> new Option(role.word(), frame.say("account_role_" + role.word(), Map.of())))
                .toList();
        return Templates.secondFactorRequirement(form, roles, factors.historyOfRequirement(), done);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.ADMINISTRATOR)
    public Response require(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(role -> form.chosen("roles", role.word())).forEach(chosen::add);
        return once.submit(
                form,
                () -> {
                    factors.require(new SecondFactorRequirement(chosen));
                    return PATH + "?done=saved";
                },
                refused -> page(refused, null));
    }

    @POST
    @Path("/removals")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.ADMINISTRATOR)
    public Response remove(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    factors.removeCoordinators(
                            new RemoveCoordinatorsFactor(form.read().text("name"), form.read().text("reason")));
                    return PATH + "?done=removed";
                },
                refused -> page(refused.withAll("roles", asItIs().values("roles")), null));
    }
}
