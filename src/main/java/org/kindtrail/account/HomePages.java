package org.kindtrail.account;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.kindtrail.web.OpenToAnyone;

/** The start page: what one does here, by one's role; for strangers what this is and where their code leads. */
@Path("/")
@Produces("text/html")
public class HomePages {
    /** Where a recipient's own people begin. */
    static final String PARTNERS = "/portal";

    private final Scope scope;
    private final List<HomeNotices> rooms;

    HomePages(Scope scope, @All List<HomeNotices> rooms) {
        this.scope = scope;
        this.rooms = rooms;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(List<HomeNotices.Notice> notices);

        static native TemplateInstance welcome(List<HomeNotices.Notice> notices);
    }

    @GET
    @OpenToAnyone(recognises = true)
    public Response home() {
        if (scope.has(Role.PARTNER)) {
            return Response.seeOther(URI.create(PARTNERS)).build();
        }
        TemplateInstance page = scope.signedIn()
                ? Templates.home(
                        rooms.stream().flatMap(room -> room.notices().stream()).toList())
                : Templates.welcome(
                        rooms.stream().flatMap(room -> room.forStrangers().stream()).toList());
        return Response.ok(page, "text/html;charset=UTF-8").build();
    }
}
