package org.kindtrail.round;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.web.Form;

/** The private calendar address of who is signed in. */
@Path("/calendar/feed")
@Produces("text/html")
public class FeedPages {
    private static final String HERE = "/calendar/feed";

    private final FeedService feeds;
    private final Once once;

    FeedPages(FeedService feeds, Once once) {
        this.feeds = feeds;
        this.once = once;
    }

    @CheckedTemplate(basePath = "round", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance feed(FeedView feed, String address, Form form);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance feed(@Context UriInfo here) {
        return page(here, Form.empty());
    }

    private TemplateInstance page(UriInfo here, Form form) {
        FeedView feed = feeds.mine();
        String address = feed.address() == null ? null : here.getBaseUri().resolve(feed.address()).toString();
        return Templates.feed(feed, address, form);
    }

    /** The address is shown on the page that it leads to, and kept with no answer. */
    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response make(@Context UriInfo here, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed),
                () -> {
                    feeds.make();
                    return HERE;
                },
                refused -> page(here, refused));
    }

    @POST
    @Path("/withdraw")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response withdraw(@Context UriInfo here, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed),
                () -> {
                    feeds.withdraw();
                    return HERE;
                },
                refused -> page(here, refused));
    }
}
