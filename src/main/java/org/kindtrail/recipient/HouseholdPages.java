package org.kindtrail.recipient;

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
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Who is in a household, for people. */
@Path("/recipients/{code}/household")
@Produces("text/html")
public class HouseholdPages {
    private static final String GROUP = "members";
    private static final List<String> FIELDS = List.of("age", "ageBand", "sex", "clothingSize", "shoeSize");
    private static final int STEP = 3;

    private final HouseholdService households;
    private final Once once;
    private final Rules rules;
    private final Frame frame;

    HouseholdPages(HouseholdService households, Once once, Rules rules, Frame frame) {
        this.households = households;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "recipient", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance household(HouseholdView household, Form form, List<Names> rows, Choices choices);
    }

    /** What can be chosen. */
    record Choices(List<Option> sexes, List<Option> bands) {}

    /** The names of one row's fields. */
    record Names(int number, String age, String ageBand, String sex, String clothingSize, String shoeSize) {
        static Names of(int index) {
            return new Names(
                    index + 1,
                    field(index, "age"),
                    field(index, "ageBand"),
                    field(index, "sex"),
                    field(index, "clothingSize"),
                    field(index, "shoeSize"));
        }
    }

    private static String field(int index, String name) {
        return GROUP + "[" + index + "]." + name;
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance household(@PathParam("code") String code) {
        HouseholdView household = households.get(code);
        return page(household, filled(household), false);
    }

    private static Form filled(HouseholdView household) {
        Form form = Form.empty().with("version", household.version());
        for (int i = 0; i < household.members().size(); i++) {
            MemberOf member = household.members().get(i);
            form = form.with(field(i, "age"), member.age())
                    .with(field(i, "ageBand"), member.age() == null ? member.band().word() : null)
                    .with(field(i, "sex"), member.sex().word())
                    .with(field(i, "clothingSize"), member.clothingSize())
                    .with(field(i, "shoeSize"), member.shoeSize());
        }
        return form;
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response describe(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = closedUp(Form.of(typed));
        if (form.has("more")) {
            return Response.ok(page(households.get(code), form, true), "text/html;charset=UTF-8").build();
        }
        return once.submit(
                form,
                () -> "/recipients/" + households.describe(code, read(form)).recipient(),
                refused -> page(households.get(code), refused, false));
    }

    private static boolean isFilled(Form form, int index) {
        return FIELDS.stream().anyMatch(field -> form.has(field(index, field)));
    }

    /** With its empty rows at the end, so that a row's number is the same in the form and in what is read. */
    private static Form closedUp(Form form) {
        return form.closedUp(GROUP, FIELDS, i -> isFilled(form, i), 0);
    }

    private DescribeHousehold read(Form form) {
        Reading typed = form.read();
        Long version = typed.wholeNumber("version");
        List<MemberOf> members = new ArrayList<>();
        for (int i = 0; isFilled(form, i); i++) {
            members.add(new MemberOf(
                    age(typed, field(i, "age")),
                    typed.oneOf(field(i, "ageBand"), AgeBand.class),
                    typed.oneOf(field(i, "sex"), Sex.class),
                    typed.text(field(i, "clothingSize")),
                    typed.text(field(i, "shoeSize"))));
        }
        DescribeHousehold command = new DescribeHousehold(version == null ? -1 : version.intValue(), members);
        return rules.check(command, typed.faults());
    }

    /** A number far out of range stays so. */
    private static Integer age(Reading typed, String name) {
        Long age = typed.wholeNumber(name);
        return age == null ? null : (int) Math.max(-1, Math.min(1000, age));
    }

    private TemplateInstance page(HouseholdView household, Form form, boolean more) {
        int told = form.lines(GROUP, DescribeHousehold.MOST);
        int count = Math.min(DescribeHousehold.MOST, Math.max(STEP, told + (more || told == 0 ? STEP : 1)));
        List<Names> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Names.of(i));
        }
        return Templates.household(household, form, rows, choices());
    }

    private Choices choices() {
        return new Choices(
                Arrays.stream(Sex.values())
                        .map(each -> new Option(each.word(), frame.say(each.wordsKey(), Map.of())))
                        .toList(),
                Arrays.stream(AgeBand.values())
                        .filter(each -> each != AgeBand.UNKNOWN)
                        .map(each -> new Option(each.word(), frame.say(each.wordsKey(), Map.of())))
                        .toList());
    }
}
