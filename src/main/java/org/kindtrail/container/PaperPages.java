package org.kindtrail.container;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.paper.LabelChoice;
import org.kindtrail.paper.Labels;
import org.kindtrail.paper.Papers;
import org.kindtrail.web.Frame;

/** Labels and packing lists of containers. */
@Path("/containers")
@Produces("text/html")
public class PaperPages {
    private final ContainerLabels contents;
    private final Labels labels;
    private final PackingLists lists;
    private final Papers papers;
    private final Frame frame;

    PaperPages(ContainerLabels contents, Labels labels, PackingLists lists, Papers papers, Frame frame) {
        this.contents = contents;
        this.labels = labels;
        this.lists = lists;
        this.papers = papers;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "container", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance labels(List<ContainerLabels.Content> labels, ContainerLabels.Asked asked);
    }

    /**
     * @param container codes of containers, each by itself or several with commas or blanks between
     * @param made code of an act by which they were taken into use or moved
     * @param in code of a place where they stand
     */
    @GET
    @Path("/labels")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance choose(
            @QueryParam("container") List<String> container, @QueryParam("made") String made, @QueryParam("in") String in) {
        ContainerLabels.Asked asked = asked(container, made, in);
        return Templates.labels(contents.of(asked), asked);
    }

    @GET
    @Path("/labels.pdf")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    public Response print(
            @QueryParam("container") List<String> container,
            @QueryParam("made") String made,
            @QueryParam("in") String in,
            @QueryParam("sheet") String sheet,
            @QueryParam("start") String start,
            @Context UriInfo here) {
        LabelChoice choice = LabelChoice.read(sheet, start);
        List<Labels.Label> all = contents.of(asked(container, made, in)).stream()
                .map(each -> new Labels.Label(
                        each.code(), Labels.address(here, each.code()), each.lines(), each.marks()))
                .toList();
        return labels.pdf(choice, frame.say("container_labels", Map.of()), all);
    }

    private static ContainerLabels.Asked asked(List<String> container, String made, String in) {
        List<String> codes = container.stream()
                .flatMap(text -> Arrays.stream(text.split("[\\s,;]+")))
                .filter(code -> !code.isEmpty())
                .toList();
        return new ContainerLabels.Asked(codes, ContainerQuery.given(made), ContainerQuery.given(in));
    }

    @GET
    @Path("/{code}/packing-list")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance packingList(@PathParam("code") String code, @Context UriInfo here) {
        PackingLists.Listed listed = lists.of(code, here);
        String path = "/containers/" + listed.code();
        return papers.page(listed.paper(), path + "/packing-list.pdf", path);
    }

    @GET
    @Path("/{code}/packing-list.pdf")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    public Response packingListPdf(@PathParam("code") String code, @Context UriInfo here) {
        return papers.pdf(lists.of(code, here).paper());
    }
}
