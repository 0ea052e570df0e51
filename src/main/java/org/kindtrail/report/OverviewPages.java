package org.kindtrail.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.web.MayLag;

/** The overview for people. */
@Path("/overview")
@Produces("text/html")
public class OverviewPages {
    private final OverviewService overview;

    OverviewPages(OverviewService overview) {
        this.overview = overview;
    }

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance overview(OverviewView now);
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    @MayLag
    public TemplateInstance page() {
        return Templates.overview(overview.now());
    }
}
