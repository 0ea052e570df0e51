package org.kindtrail.guide;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.web.Frame;
import org.kindtrail.web.OpenToAnyone;

/** The guides, for everybody: there is nothing in them but how the program is used. */
@Path("/guide")
@Produces("text/html")
public class GuidePages {
    /** How long a browser keeps a picture: a new release may have another of the name. */
    private static final Duration KEPT_FOR = Duration.ofDays(1);

    private final Guides guides;
    private final Frame frame;

    GuidePages(Guides guides, Frame frame) {
        this.guides = guides;
        this.frame = frame;
    }

    /** The guides for somebody. */
    record Shelf(String wordsKey, List<Guide> guides) {}

    @CheckedTemplate(basePath = "guide", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance all(List<Shelf> shelves, String language);

        static native TemplateInstance guide(Guide guide, boolean translated);
    }

    @GET
    @OpenToAnyone(recognises = true, beforeSecondFactor = true)
    public TemplateInstance all() {
        List<Shelf> shelves = Arrays.stream(GuideName.Reader.values())
                .map(reader -> new Shelf(
                        reader.wordsKey(),
                        GuideName.of(reader).stream().map(name -> guides.read(name, language())).toList()))
                .toList();
        return Templates.all(shelves, language());
    }

    @GET
    @Path("/{name}")
    @OpenToAnyone(recognises = true, beforeSecondFactor = true)
    public TemplateInstance guide(@PathParam("name") String name) {
        Guide guide = guides.read(GuideName.read(name).orElseThrow(() -> new NotFound(name)), language());
        return Templates.guide(guide, guide.language().equals(language()));
    }

    /** Tells of nobody, so the browser of who reads on a slow line keeps it; no cache between, as a cookie may go along. */
    @GET
    @Path("/pictures/{name}")
    @Produces({"image/png", "text/html"})
    @OpenToAnyone(beforeSecondFactor = true)
    public Response picture(@PathParam("name") String name) {
        GuidePicture picture = GuidePicture.named(name).orElseThrow(() -> new NotFound(name));
        return Response.ok(picture.png(), "image/png")
                .header("Cache-Control", "private, max-age=" + KEPT_FOR.toSeconds())
                .build();
    }

    private String language() {
        return frame.getLocale().getLanguage();
    }
}
