package org.kindtrail.intake;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Rules;
import org.kindtrail.paper.LabelChoice;
import org.kindtrail.paper.Labels;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Reading;

/** Labels printed before the bags come. */
@Path("/labels")
@Produces("text/html")
public class LabelPages {
    /** Four rows of three fill a sheet of A4. */
    private static final int USUAL = 12;

    private final LabelService labels;
    private final Once once;
    private final Rules rules;
    private final Labels paper;
    private final Frame frame;

    LabelPages(LabelService labels, Once once, Rules rules, Labels paper, Frame frame) {
        this.paper = paper;
        this.labels = labels;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "intake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance blankLabels(Form form);

        static native TemplateInstance labels(List<LabelCard> cards, String pdf, String back);
    }

    @GET
    @Path("/blank")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance form() {
        return Templates.blankLabels(Form.empty().with("labels", USUAL));
    }

    @POST
    @Path("/blank")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response print(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    PrintLabels command =
                            rules.check(new PrintLabels(reading.wholeNumber("labels")), reading.faults());
                    return "/labels/sheet/" + labels.print(command);
                },
                Templates::blankLabels);
    }

    @GET
    @Path("/sheet/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance sheet(@PathParam("code") String code, @Context UriInfo here) {
        List<String> codes = labels.sheet(code);
        return Templates.labels(LabelCard.of(codes, here, frame), "/labels/sheet/" + code + ".pdf", "/labels/blank");
    }

    /** The same on a sheet of labels. */
    @GET
    @Path("/sheet/{code}.pdf")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    public Response pdf(
            @PathParam("code") String code,
            @QueryParam("sheet") String sheet,
            @QueryParam("start") String start,
            @Context UriInfo here) {
        LabelChoice choice = LabelChoice.read(sheet, start);
        List<Labels.Label> blank = labels.sheet(code).stream()
                .map(each -> Labels.Label.blank(each, Labels.address(here, each)))
                .toList();
        return paper.pdf(choice, frame.say("intake_labels", Map.of()), blank);
    }
}
