package org.kindtrail.mydata;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.kindtrail.mail.MailSettings;
import org.kindtrail.web.Form;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Visitor;

/** From a gift's tracking page to what is held about the donor: by a link to the address that is kept, or by a code. */
@Path("/t/{key}/mine")
@Produces("text/html")
public class AskingPages {
    private final OwnDataService ownData;
    private final MailSettings mail;
    private final Visitor visitor;

    AskingPages(OwnDataService ownData, MailSettings mail, Visitor visitor) {
        this.ownData = ownData;
        this.visitor = visitor;
        this.mail = mail;
    }

    @CheckedTemplate(basePath = "mydata", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance asking(String key, boolean byMail, Form form);
    }

    @GET
    @OpenToAnyone
    public TemplateInstance asking(@PathParam("key") String key) {
        ownData.follow(key, visitor.address());
        return Templates.asking(key, mail.isSet(), Form.empty());
    }

    /** The answer is the same, and as fast, whether an address is kept or not. */
    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenToAnyone
    public Response ask(@PathParam("key") String key) {
        ownData.askForLink(key, visitor.address());
        return Response.seeOther(URI.create(MyDataPages.PATH + "/asked")).build();
    }
}
