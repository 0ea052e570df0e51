package org.kindtrail.stock;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;

/** The ledger's wholeness for people. */
@Path("/administration/ledger")
@Produces("text/html")
public class LedgerPages {
    private final LedgerService ledger;

    LedgerPages(LedgerService ledger) {
        this.ledger = ledger;
    }

    @CheckedTemplate(basePath = "stock", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ledger(LedgerView ledger);
    }

    @GET
    @OpenTo(Role.ADMINISTRATOR)
    public TemplateInstance verify() {
        return Templates.ledger(ledger.verify());
    }
}
