package org.kindtrail.need;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** For how many days a promise holds goods back, for coordinators. */
@Path("/needs/settings")
@Produces("text/html")
public class PromiseTermPages {
    private final PromiseTermService terms;
    private final Once once;
    private final Rules rules;

    PromiseTermPages(PromiseTermService terms, Once once, Rules rules) {
        this.terms = terms;
        this.once = once;
        this.rules = rules;
    }

    @CheckedTemplate(basePath = "need", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance settings(Form form);
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance settings() {
        PromiseTermView term = terms.get();
        return Templates.settings(Form.empty().with("version", term.version()).with("days", term.days()));
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response set(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    Long version = reading.wholeNumber("version");
                    Long days = reading.wholeNumber("days");
                    terms.set(rules.check(
                            new SetPromiseTerm(
                                    version == null ? -1 : version.intValue(),
                                    days == null ? null : (int) Math.max(-1, Math.min(1000, days))),
                            reading.faults()));
                    return "/needs/settings";
                },
                Templates::settings);
    }
}
