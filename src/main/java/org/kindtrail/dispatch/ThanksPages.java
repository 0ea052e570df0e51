package org.kindtrail.dispatch;

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
import java.util.function.Supplier;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.web.Form;

/** Where a coordinator reads thanks in full and decides with one press whether the givers may. */
@Path("/thanks")
@Produces("text/html")
public class ThanksPages {
    private static final int AT_A_TIME = 20;
    private final ThanksService thanks;
    private final Once once;

    ThanksPages(ThanksService thanks, Once once) {
        this.thanks = thanks;
        this.once = once;
    }

    @CheckedTemplate(basePath = "dispatch", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance thanks(Page<ThanksView> page, String state, String after, Form form);
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance list(@QueryParam("state") String state, @QueryParam("after") String after) {
        Thanks.State wanted = Cursor.choice("state", state, Thanks.State.class);
        return page(wanted == null ? Thanks.State.WAITING : wanted, after, Form.empty());
    }

    private TemplateInstance page(Thanks.State state, String after, Form form) {
        return Templates.thanks(
                thanks.list(state, after, AT_A_TIME), state.word(), after, form);
    }

    @POST
    @Path("/{code}/approve")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response approve(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return decided(Form.of(typed), () -> thanks.approve(code));
    }

    @POST
    @Path("/{code}/decline")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response decline(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return decided(Form.of(typed), () -> thanks.decline(code));
    }

    private Response decided(Form form, Supplier<ThanksView> act) {
        return once.submit(
                form,
                () -> {
                    act.get();
                    return "/thanks";
                },
                refused -> page(Thanks.State.WAITING, null, refused));
    }
}
