package org.kindtrail.intake;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.web.Form;

/** Finding by a code as it is read out. */
@Path("/find")
@Produces("text/html")
public class FindPages {
    private final CodeFinder finder;

    FindPages(CodeFinder finder) {
        this.finder = finder;
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response find(@QueryParam("code") String code) {
        return code == null || code.isBlank()
                ? Response.ok(CodeFinder.Templates.find(Form.empty()), "text/html;charset=UTF-8").build()
                : finder.answer(code);
    }
}
