package org.kindtrail.intake;

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
import java.net.URI;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.web.Form;

/** A bag for people: where it lies, and the button to sort it. */
@Path("/bags")
@Produces("text/html")
public class BagPages {
    private final SortingService sortings;
    private final Once once;

    BagPages(SortingService sortings, Once once) {
        this.sortings = sortings;
        this.once = once;
    }

    @CheckedTemplate(basePath = "intake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance bag(BagView bag, Form form);
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public Response bag(@PathParam("code") String code) {
        BagView bag = sortings.bag(code);
        return bag.bag()
                ? Response.ok(Templates.bag(bag, Form.empty()), "text/html;charset=UTF-8").build()
                : Response.seeOther(URI.create("/lots/" + bag.code())).build();
    }

    @POST
    @Path("/{code}/sort")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response sort(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed),
                () -> "/sortings/" + sortings.open(code),
                refused -> Templates.bag(sortings.bag(code), refused));
    }
}
