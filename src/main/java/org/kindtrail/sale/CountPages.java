package org.kindtrail.sale;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** Counting the cash box, for people: what is expected is said only after they have counted. */
@Path("/drives/{code}/sale/takings")
@Produces("text/html")
public class CountPages {
    private final TakingsService takings;
    private final TableChoices table;
    private final Once once;
    private final Rules rules;

    CountPages(TakingsService takings, TableChoices table, Once once, Rules rules) {
        this.takings = takings;
        this.table = table;
        this.once = once;
        this.rules = rules;
    }

    @CheckedTemplate(basePath = "sale", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance count(TableChoices.Table table, Form form);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance form(@PathParam("code") String code) {
        return Templates.count(table.of(code), Form.empty());
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response count(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    String counted = reading.text("counted");
                    CountTakings command = rules.check(
                            new CountTakings(code, counted == null ? "" : counted, reading.text("why")),
                            reading.faults());
                    return "/takings/" + takings.count(command).code();
                },
                refused -> Templates.count(table.of(code), refused));
    }
}
