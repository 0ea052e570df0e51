package org.kindtrail.recipient;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** Finds a recipient by its true name or telephone. It is a form that is posted, so that neither stands in an address. */
@Path("/recipients/find")
@Produces("text/html")
public class FindRecipientPages {
    private static final String FIELD = "sealed";

    private final SealedService sealed;
    private final Once once;

    FindRecipientPages(SealedService sealed, Once once) {
        this.sealed = sealed;
        this.once = once;
    }

    @CheckedTemplate(basePath = "recipient", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance find(Form form, List<RecipientRow> found);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance finding() {
        return Templates.find(Form.empty(), null);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response find(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.show(
                form, () -> Templates.find(form, found(form.read())), refused -> Templates.find(refused, null));
    }

    private List<RecipientRow> found(Reading read) {
        FindRecipient command = new FindRecipient(
                read.confidential(Form.SEALED + SealedField.TRUE_NAME.word()),
                read.confidential(Form.SEALED + SealedField.TELEPHONE.word()));
        return Invalid.under(FIELD, () -> sealed.find(command));
    }
}
