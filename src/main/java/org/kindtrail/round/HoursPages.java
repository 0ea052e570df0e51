package org.kindtrail.round;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.FieldNames;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Hand-over hours of a site for people. */
@Path("/places/{code}/hours")
@Produces("text/html")
public class HoursPages {
    private static final int MOST = 50;
    private static final int SPARE = 2;
    private static final int FEWEST = 5;
    private static final List<String> FIELDS = List.of("weekday", "from", "to", "slotMinutes", "capacity");

    private final HoursService hours;
    private final Once once;
    private final Rules rules;
    private final Frame frame;

    HoursPages(HoursService hours, Once once, Rules rules, Frame frame) {
        this.hours = hours;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
    }

    /** The names of the fields of one line of the form. */
    public record Line(int number, String weekday, String from, String to, String slotMinutes, String capacity) {
        static Line of(int index) {
            String head = "hours[" + index + "].";
            return new Line(
                    index + 1, head + "weekday", head + "from", head + "to", head + "slotMinutes", head + "capacity");
        }
    }

    @CheckedTemplate(basePath = "round", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance hours(HoursView hours, List<Line> lines, List<Option> weekdays, Form form);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance hours(@PathParam("code") String code) {
        HoursView view = hours.get(code);
        Form form = Form.empty().with("version", view.version());
        for (int i = 0; i < view.hours().size(); i++) {
            HoursRow row = view.hours().get(i);
            Line line = Line.of(i);
            form = form.with(line.weekday(), row.weekday().word())
                    .with(line.from(), row.from())
                    .with(line.to(), row.to())
                    .with(line.slotMinutes(), row.slotMinutes())
                    .with(line.capacity(), row.capacity());
        }
        return page(view, form);
    }

    private TemplateInstance page(HoursView view, Form form) {
        int typed = Math.max(view.hours().size(), lastFilled(form) + 1);
        int count = Math.min(MOST, Math.max(FEWEST, typed + SPARE));
        List<Line> lines = IntStream.range(0, count).mapToObj(Line::of).toList();
        List<Option> weekdays = Arrays.stream(Weekday.values())
                .map(day -> new Option(day.word(), frame.say(day.wordsKey(), Map.of())))
                .toList();
        return Templates.hours(view, lines, weekdays, form);
    }

    private static int lastFilled(Form form) {
        return IntStream.range(0, form.lines("hours", MOST)).filter(index -> filled(form, index)).max().orElse(-1);
    }

    private static boolean filled(Form form, int index) {
        return FIELDS.stream().anyMatch(name -> form.has("hours[" + index + "]." + name));
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response set(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/places/" + set(code, form).site() + "/hours",
                refused -> page(hours.get(code), refused));
    }

    /** Lines in which nothing stands are left out. */
    private HoursView set(String code, Form form) {
        List<Integer> filled = IntStream.range(0, form.lines("hours", MOST))
                .filter(index -> filled(form, index))
                .boxed()
                .toList();
        Reading typed = form.read();
        List<HoursRow> rows = new ArrayList<>();
        for (int index : filled) {
            Line line = Line.of(index);
            rows.add(new HoursRow(
                    typed.oneOf(line.weekday(), Weekday.class),
                    ClockTime.typed(typed.text(line.from())),
                    ClockTime.typed(typed.text(line.to())),
                    typed.wholeNumber(line.slotMinutes()),
                    typed.wholeNumber(line.capacity())));
        }
        Long version = typed.wholeNumber("version");
        return FieldNames.as(path -> inForm(path, filled), () -> {
            SetHours command = new SetHours(version == null ? -1 : version.intValue(), rows);
            return hours.set(code, rules.check(command, asInCommand(typed, filled)));
        });
    }

    /** What could not be read is named as in the command, like all else that is found wrong. */
    private static List<FieldError> asInCommand(Reading typed, List<Integer> filled) {
        return typed.faults().stream()
                .map(fault -> {
                    String path = fault.path();
                    for (int i = 0; i < filled.size(); i++) {
                        String head = "hours[" + filled.get(i) + "].";
                        if (path.startsWith(head)) {
                            path = "hours[" + i + "]." + path.substring(head.length());
                            break;
                        }
                    }
                    return new FieldError(path, fault.key(), fault.facts());
                })
                .toList();
    }

    private static String inForm(String path, List<Integer> filled) {
        if (!path.matches("hours\\[\\d{1,2}\\].*")) {
            return path;
        }
        int end = path.indexOf(']');
        return "hours[" + filled.get(Integer.parseInt(path.substring("hours[".length(), end))) + path.substring(end);
    }
}
