package org.kindtrail.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.kindtrail.kernel.NotFound;

/** The page that a problem's type leads to. */
@Path("/problems")
public class ProblemPages {
    private static final Map<String, Integer> TYPES = Map.ofEntries(
            Map.entry("validation", 422),
            Map.entry("unreadable", 400),
            Map.entry("sign-in-needed", 401),
            Map.entry("forbidden", 403),
            Map.entry("second-factor-needed", 403),
            Map.entry("not-found", 404),
            Map.entry("method-not-allowed", 405),
            Map.entry("not-acceptable", 406),
            Map.entry("conflict", 409),
            Map.entry("not-enough-stock", 409),
            Map.entry("too-large", 413),
            Map.entry("unsupported-media-type", 415),
            Map.entry("key-reused", 422),
            Map.entry("too-many-attempts", 429),
            Map.entry("internal", 500),
            Map.entry("unavailable", 503));
    private final Problems problems;
    private final Frame frame;

    ProblemPages(Problems problems, Frame frame) {
        this.problems = problems;
        this.frame = frame;
    }

    @GET
    @Path("/{type}")
    @Produces("text/html")
    @OpenToAnyone
    public TemplateInstance problem(@PathParam("type") String type) {
        Integer status = TYPES.get(type);
        if (status == null) {
            throw new NotFound(type);
        }
        String explanation = frame.say("error_explained_" + type.replace('-', '_'), Map.of());
        return ErrorPages.problem(problems.title(type), explanation, status);
    }
}
