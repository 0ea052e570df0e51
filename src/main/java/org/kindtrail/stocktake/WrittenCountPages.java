package org.kindtrail.stocktake;

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
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.FieldNames;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.LineFaults;
import org.kindtrail.web.Reading;

/** Where a count sheet is typed in: its lines in their order, twenty on a page, and only the numbers to type. */
@Path("/stocktakes/{code}/written")
@Produces("text/html")
public class WrittenCountPages {
    private static final String GROUP = "counts";

    /** How many lines of the sheet stand on one page. */
    static final int LINES = 20;

    private final StocktakeService stocktakes;
    private final WrittenCounts written;
    private final CountService counts;
    private final Once once;
    private final Rules rules;
    private final Frame frame;

    WrittenCountPages(
            StocktakeService stocktakes, WrittenCounts written, CountService counts, Once once, Rules rules, Frame frame) {
        this.stocktakes = stocktakes;
        this.written = written;
        this.counts = counts;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
    }

    /** A line of the sheet with the names of its fields. */
    record Field(WrittenCounts.Listed of, int index) {
        public int number() {
            return index + 1;
        }

        public String name(String field) {
            return GROUP + "[" + index + "]." + field;
        }

        public String quantity() {
            return name("quantity");
        }
    }

    /** What was just typed in; null: nothing was. */
    record Done(Integer taken, Integer before) {}

    @CheckedTemplate(basePath = "stocktake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance written(
                StocktakeView view, List<Field> lines, String after, String next, Form form, Done done);
    }

    /** @param after where the page before ended */
    @GET
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance form(
            @PathParam("code") String code,
            @QueryParam("after") String after,
            @QueryParam("taken") String taken,
            @QueryParam("before") String before) {
        Integer now = number(taken);
        Integer earlier = number(before);
        return page(code, after, Form.empty(), now == null || earlier == null ? null : new Done(now, earlier));
    }

    private static Integer number(String typed) {
        return typed != null && typed.matches("\\d{1,3}") ? Integer.valueOf(typed) : null;
    }

    private TemplateInstance page(String code, String after, Form form, Done done) {
        StocktakeView view = stocktakes.get(code);
        WrittenCounts.Sheet sheet = written.page(view.code(), after, LINES);
        List<Field> fields = IntStream.range(0, sheet.lines().size())
                .mapToObj(i -> new Field(sheet.lines().get(i), i))
                .toList();
        return Templates.written(view, fields, after == null ? "" : after, sheet.next(), form, done);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response enter(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        List<Integer> filled = IntStream.range(0, LINES).filter(i -> form.has(name(i, "quantity"))).boxed().toList();
        return once.submit(
                form,
                () -> {
                    WrittenCountsView done = FieldNames.as(
                            path -> path.replaceFirst("\\]\\.(place|lot|item|size|grade)$", "].quantity"),
                            () -> LineFaults.said(frame, GROUP, filled, () -> counts.countWritten(code, read(form, filled))));
                    return UriBuilder.fromPath("/stocktakes/{code}/written")
                            .queryParam("after", "{after}")
                            .queryParam("taken", done.taken())
                            .queryParam("before", done.before())
                            .build(stocktakes.get(code).code(), form.value("after"))
                            .toString();
                },
                refused -> page(code, refused.value("after"), refused, null));
    }

    private static String name(int index, String field) {
        return GROUP + "[" + index + "]." + field;
    }

    private CountStock read(Form form, List<Integer> filled) {
        if (filled.isEmpty()) {
            throw new Invalid(List.of(new FieldError("", "error_stocktake_written_nothing")));
        }
        Reading reading = form.read();
        List<CountStock.Counted> lines = new ArrayList<>();
        List<FieldError> unread = new ArrayList<>();
        for (int i = 0; i < filled.size(); i++) {
            int at = filled.get(i);
            int before = reading.faults().size();
            String lot = reading.text(name(at, "lot"));
            boolean heap = lot == null;
            lines.add(new CountStock.Counted(
                    reading.text(name(at, "place")),
                    lot,
                    heap ? reading.text(name(at, "item")) : null,
                    heap ? reading.text(name(at, "size")) : null,
                    heap ? reading.oneOf(name(at, "grade"), Grade.class) : null,
                    reading.wholeNumber(name(at, "quantity"))));
            for (FieldError fault : reading.faults().subList(before, reading.faults().size())) {
                unread.add(new FieldError(name(i, "quantity"), fault.key(), fault.facts()));
            }
        }
        return rules.check(new CountStock(lines), unread);
    }
}
