package org.kindtrail.need;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.kindtrail.web.MayLag;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Visitor;

/** What everybody reads in a wish list, without an account. */
@Path("/wishes")
@Produces("text/html")
public class WishPages {
    private final WishListService lists;
    private final Visitor visitor;

    WishPages(WishListService lists, Visitor visitor) {
        this.lists = lists;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "need", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance wishes(WishView list);
    }

    @GET
    @Path("/{code}")
    @OpenToAnyone
    @MayLag
    public TemplateInstance wishes(@PathParam("code") String code) {
        return Templates.wishes(lists.inPublic(code, visitor.address()));
    }
}
