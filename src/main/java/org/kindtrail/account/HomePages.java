package org.kindtrail.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.kindtrail.web.OpenToAnyone;

/** The start page: what one does here, by one's role; for strangers what this is and where their code leads. */
@Path("/")
@Produces("text/html")
public class HomePages {
    private final Scope scope;

    HomePages(Scope scope) {
        this.scope = scope;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home();

        static native TemplateInstance welcome();
    }

    @GET
    @OpenToAnyone(recognises = true)
    public TemplateInstance home() {
        return scope.signedIn() ? Templates.home() : Templates.welcome();
    }
}
