package org.kindtrail.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Visitor;

/** Where the link at the end of every letter leads. Opening it stops nothing, as programs open links; the button does. */
@Path(StopPages.PATH)
@Produces("text/html")
public class StopPages {
    static final String PATH = "/stop";

    private final StopService stops;
    private final Visitor visitor;

    StopPages(StopService stops, Visitor visitor) {
        this.stops = stops;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance stop(String key, String organisation);

        static native TemplateInstance stopped(String organisation);
    }

    @GET
    @Path("/{key}")
    @OpenToAnyone
    public TemplateInstance ask(@PathParam("key") String key) {
        return Templates.stop(key, stops.whose(key, visitor.address()));
    }

    /** The button, and what mail programs send in place of their readers (RFC 8058): the key is all that it needs. */
    @POST
    @Path("/{key}")
    @Consumes({"application/x-www-form-urlencoded", "multipart/form-data"})
    @OpenToAnyone(withoutFormKey = true)
    public Response stop(@PathParam("key") String key) {
        String organisation = stops.stop(key, visitor.address());
        return Response.ok(Templates.stopped(organisation), "text/html;charset=UTF-8").build();
    }
}
