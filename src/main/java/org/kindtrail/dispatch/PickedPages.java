package org.kindtrail.dispatch;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.LineFaults;
import org.kindtrail.web.Reading;

/** Where what a picker wrote on the list is typed in. */
@Path("/dispatches/{code}/picked")
@Produces("text/html")
public class PickedPages {
    private static final String LINES = "lines";

    private final DispatchService dispatches;
    private final PickedService picked;
    private final Once once;
    private final Rules rules;
    private final Frame frame;

    PickedPages(DispatchService dispatches, PickedService picked, Once once, Rules rules, Frame frame) {
        this.dispatches = dispatches;
        this.picked = picked;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
    }

    /** A line of the list with the name of its field. */
    record Line(DispatchLineView view) {
        public String taken() {
            return field(view.line() - 1);
        }
    }

    @CheckedTemplate(basePath = "dispatch", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance picked(DispatchView dispatch, List<Line> lines, Form form, Integer changed);
    }

    /** @param changed how many lines the list changed that was just typed in */
    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance form(@PathParam("code") String code, @QueryParam("changed") String changed) {
        return page(code, Form.empty(), changed != null && changed.matches("\\d{1,3}") ? Integer.valueOf(changed) : null);
    }

    private TemplateInstance page(String code, Form form, Integer changed) {
        DispatchService.Picking list = dispatches.picking(code);
        return Templates.picked(list.dispatch(), list.lines().stream().map(Line::new).toList(), form, changed);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response record(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    List<Integer> filled = filled(form);
                    PickedView done =
                            LineFaults.said(frame, LINES, filled, () -> picked.record(code, read(form, filled)));
                    return "/dispatches/" + done.dispatch().code() + "/picked?changed=" + done.changed();
                },
                refused -> page(code, refused, null));
    }

    /** The field of a line bears the line's number on the list less one, whichever lines are left empty. */
    private static String field(int index) {
        return LINES + "[" + index + "].taken";
    }

    private static List<Integer> filled(Form form) {
        return IntStream.range(0, Dispatches.MOST_LINES).filter(i -> form.has(field(i))).boxed().toList();
    }

    private RecordPicked read(Form form, List<Integer> filled) {
        Reading reading = form.read();
        List<RecordPicked.Taken> taken = new ArrayList<>();
        List<FieldError> unread = new ArrayList<>();
        for (int i = 0; i < filled.size(); i++) {
            int before = reading.faults().size();
            taken.add(new RecordPicked.Taken(filled.get(i) + 1, reading.wholeNumber(field(filled.get(i)))));
            for (FieldError fault : reading.faults().subList(before, reading.faults().size())) {
                unread.add(new FieldError(field(i), fault.key(), fault.facts()));
            }
        }
        if (taken.isEmpty()) {
            throw new Invalid(List.of(new FieldError("", "error_dispatch_taken_nothing")));
        }
        return rules.check(new RecordPicked(taken), unread);
    }
}
