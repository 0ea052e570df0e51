package org.kindtrail.retention;

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
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** How long sealed details are kept, and who is due, for people. */
@Path("/retention")
@Produces("text/html")
public class RetentionPages {
    private static final String PATH = "/retention";

    private final RetentionService retention;
    private final Once once;
    private final Rules rules;

    RetentionPages(RetentionService retention, Once once, Rules rules) {
        this.retention = retention;
        this.once = once;
        this.rules = rules;
    }

    @CheckedTemplate(basePath = "retention", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance retention(Form form, Page<DueView> due, String after);
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance retention(@QueryParam("after") String after) {
        return page(Form.empty(), after);
    }

    /** The setting as it is, unless it was just typed. */
    private TemplateInstance page(Form form, String after) {
        Form filled = form;
        if (!form.has("version")) {
            RetentionView set = retention.get();
            filled = form.with("version", set.version())
                    .with("months", set.months())
                    .with("byItself", set.byItself() ? "1" : null);
        }
        return Templates.retention(filled, retention.due(after, Page.USUAL), after);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response set(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    Long version = read.wholeNumber("version");
                    Long months = read.wholeNumber("months");
                    SetRetention command = new SetRetention(
                            small(version, -1), months == null ? null : small(months, -1), read.ticked("byItself"));
                    retention.set(rules.check(command, read.faults()));
                    return PATH;
                },
                refused -> page(refused, null));
    }

    /** What fits no small number is out of every range here. */
    private static int small(Long number, int otherwise) {
        return number == null || number != number.intValue() ? otherwise : number.intValue();
    }

    @POST
    @Path("/erase")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response erase(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    retention.erase(new EraseSealed(form.values("recipient")));
                    return PATH;
                },
                refused -> page(refused, null));
    }
}
