package org.kindtrail.need;

import java.util.ArrayList;
import java.util.List;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.Sex;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** The rows of a form in which people are told in numbers, by sex and age; never who. */
public final class PeopleTyped {
    static final String GROUP = "people";

    private static final List<String> FIELDS = List.of("number", "sex", "ageBand");
    private static final int STEP = 3;

    private PeopleTyped() {}

    /** The names of one row's fields. */
    public record Names(int row, String number, String sex, String ageBand) {
        private static Names of(int index) {
            return new Names(index + 1, field(index, "number"), field(index, "sex"), field(index, "ageBand"));
        }
    }

    static String field(int index, String name) {
        return GROUP + "[" + index + "]." + name;
    }

    /** The rows that the page shows: those sent, one to go on with, and some more when more are asked for. */
    public static List<Names> rows(Form form, boolean more) {
        int count = Math.max(2, form.lines(GROUP, PeopleOf.MOST) + (more ? STEP : 1));
        List<Names> names = new ArrayList<>();
        for (int i = 0; i < Math.min(count, PeopleOf.MOST); i++) {
            names.add(Names.of(i));
        }
        return names;
    }

    private static boolean isFilled(Form form, int index) {
        return FIELDS.stream().anyMatch(field -> form.has(field(index, field)));
    }

    /** The form without empty rows, so that a row's number is the same in the form and in what is read. */
    public static Form closedUp(Form form) {
        return form.closedUp(GROUP, FIELDS, i -> isFilled(form, i), 0);
    }

    /** Reads the rows of a form without gaps. */
    public static List<PeopleOf> read(Form form, Reading typed) {
        List<PeopleOf> people = new ArrayList<>();
        for (int i = 0; isFilled(form, i); i++) {
            Long number = typed.wholeNumber(field(i, "number"));
            people.add(new PeopleOf(
                    typed.oneOf(field(i, "sex"), Sex.class),
                    typed.oneOf(field(i, "ageBand"), AgeBand.class),
                    number == null ? null : (int) Math.max(-1, Math.min(PeopleOf.MOST_OF_ONE + 1, number))));
        }
        return people;
    }
}
