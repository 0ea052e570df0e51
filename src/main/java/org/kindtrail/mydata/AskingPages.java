package org.kindtrail.mydata;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.kindtrail.mail.MailSettings;
import org.kindtrail.web.Form;
import org.kindtrail.web.OpenToAnyone;

/** From a gift's tracking page to what is held about the donor: by a link to the address that is kept, or by a code. */
@Path("/t/{key}/mine")
@Produces("text/html")
public class AskingPages {
    private final OwnDataService ownData;
    private final MailSettings mail;

    AskingPages(OwnDataService ownData, MailSettings mail) {
        this.ownData = ownData;
        this.mail = mail;
    }

    @CheckedTemplate(basePath = "mydata", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance asking(String key, boolean byMail, Form form);
    }

    @GET
    @OpenToAnyone
    public TemplateInstance asking(@PathParam("key") String key, @Context HttpServerRequest request) {
        ownData.follow(key, request.remoteAddress().hostAddress());
        return Templates.asking(key, mail.isSet(), Form.empty());
    }

    /** The answer is the same, and as fast, whether an address is kept or not. */
    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenToAnyone
    public Response ask(@PathParam("key") String key, @Context HttpServerRequest request) {
        ownData.askForLink(key, request.remoteAddress().hostAddress());
        return Response.seeOther(URI.create(MyDataPages.PATH + "/asked")).build();
    }
}
