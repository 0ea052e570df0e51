package org.kindtrail.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Visitor;

/**
 * Where a link leads that lets a recipient's own people in. To look at it opens nothing, as whatever carries a message looks
 * at the links in it; the press on the button does. The page says nothing of whose link it is.
 */
@Path("/q")
@Produces("text/html")
public class PartnerLinkPages {
    private final PartnerAccess partners;
    private final Arrival arrival;
    private final Visitor visitor;
    private final SecurityLog log;

    PartnerLinkPages(PartnerAccess partners, Arrival arrival, Visitor visitor, SecurityLog log) {
        this.partners = partners;
        this.arrival = arrival;
        this.visitor = visitor;
        this.log = log;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance partnerLink(String key);

        static native TemplateInstance partnerLinkOver();
    }

    @GET
    @Path("/{key}")
    @OpenToAnyone
    public Response ask(@PathParam("key") String key) {
        try {
            return SignInPages.again(200, Templates.partnerLink(partners.byLink(key, visitor.address()).key())).build();
        } catch (PartnerAccess.WrongLink wrong) {
            return over();
        }
    }

    private static Response over() {
        return SignInPages.again(404, Templates.partnerLinkOver()).build();
    }

    @POST
    @Path("/{key}")
    @Consumes("application/x-www-form-urlencoded")
    @OpenToAnyone
    public Response comeIn(
            @PathParam("key") String key, MultivaluedMap<String, String> typed, @Context HttpHeaders headers) {
        PartnerAccess.Came came;
        try {
            came = partners.byLink(key, visitor.address());
        } catch (PartnerAccess.WrongLink wrong) {
            return over();
        }
        log.done("came_by_link", came.person().getId());
        Arrival.Coming coming = new Arrival.Coming(headers, visitor.isSafe(), HomePages.PARTNERS, false);
        return arrival.in(came.person(), coming, came.lasts());
    }
}
