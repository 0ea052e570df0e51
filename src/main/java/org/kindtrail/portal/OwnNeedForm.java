package org.kindtrail.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.need.NeedChoices;
import org.kindtrail.need.PeopleTyped;
import org.kindtrail.need.SizesTyped;
import org.kindtrail.need.Urgency;
import org.kindtrail.web.Form;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** The form by which a recipient's own person says what is needed: what can be chosen in it, and how it is read. */
@ApplicationScoped
class OwnNeedForm {
    private static final String GROUP = "lines";
    private static final List<String> FIELDS = List.of("item", "category", "quantity", "sizes", "fits");
    private static final int STEP = 3;

    private final Catalogue catalogue;
    private final NeedChoices choices;

    OwnNeedForm(Catalogue catalogue, NeedChoices choices) {
        this.catalogue = catalogue;
        this.choices = choices;
    }

    /** What can be chosen. */
    record Choices(List<String> items, List<Option> categories, List<Option> fits, List<Option> urgencies, List<Option> sexes, List<Option> bands) {}

    /** The names of one line's fields. */
    record Names(int number, String item, String category, String quantity, String sizes, String fits) {
        static Names of(int index) {
            return new Names(
                    index + 1,
                    field(index, "item"),
                    field(index, "category"),
                    field(index, "quantity"),
                    field(index, "sizes"),
                    field(index, "fits"));
        }
    }

    private static String field(int index, String name) {
        return GROUP + "[" + index + "]." + name;
    }

    Choices choices() {
        return new Choices(
                choices.items(),
                choices.categories(),
                choices.fits(),
                choices.urgencies(),
                choices.sexes(),
                choices.ageBands());
    }

    /** The lines that the page shows: those sent, at least three, and some more when more are asked for. */
    static List<Names> lines(Form form, boolean more) {
        int count = Math.max(STEP, form.lines(GROUP, PostOwnNeed.MOST) + (more ? STEP : 0));
        List<Names> names = new ArrayList<>();
        for (int i = 0; i < Math.min(count, PostOwnNeed.MOST); i++) {
            names.add(Names.of(i));
        }
        return names;
    }

    private static boolean isFilled(Form form, int index) {
        return FIELDS.stream().anyMatch(field -> form.has(field(index, field)));
    }

    /** The form with its empty lines at the end, so that a line's number is the same in the form and in what is read. */
    static Form closedUp(Form form) {
        return PeopleTyped.closedUp(form.closedUp(GROUP, FIELDS, i -> isFilled(form, i), 0));
    }

    PostOwnNeed read(Form form, Reading typed) {
        List<PostOwnNeed.Line> lines = new ArrayList<>();
        for (int i = 0; isFilled(form, i); i++) {
            lines.add(line(typed, i));
        }
        if (lines.isEmpty()) {
            typed.refuse(field(0, "item"), "error_need_no_line", "");
        }
        return new PostOwnNeed(
                typed.text("forWhom"),
                typed.oneOf("urgency", Urgency.class),
                typed.day("wantedBy"),
                lines.isEmpty() ? null : lines,
                PeopleTyped.read(form, typed));
    }

    private PostOwnNeed.Line line(Reading typed, int index) {
        String label = typed.text(field(index, "item"));
        Item item = label == null ? null : catalogue.labelled(label);
        if (label != null && item == null) {
            typed.refuse(field(index, "item"), "error_item_unknown", label);
        }
        String category = typed.text(field(index, "category"));
        List<String> known =
                item != null ? item.getSizes() : category == null ? List.of() : catalogue.sizesOf(category);
        return new PostOwnNeed.Line(
                item == null ? null : item.getCode(),
                category,
                typed.oneOf(field(index, "fits"), Wearer.class),
                SizesTyped.read(typed.text(field(index, "sizes")), known),
                typed.wholeNumber(field(index, "quantity")));
    }
}
