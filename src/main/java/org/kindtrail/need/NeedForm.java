package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.recipient.Recipients;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** The form that a need is posted by: what can be chosen in it, and how it is read. */
@ApplicationScoped
class NeedForm {
    private static final String GROUP = "lines";
    private static final List<String> FIELDS = List.of("item", "category", "quantity", "sizes", "fits");
    private static final int STEP = 3;
    private static final String MONEY = "money";

    private final Catalogue catalogue;
    private final Recipients recipients;
    private final Frame frame;

    NeedForm(Catalogue catalogue, Recipients recipients, Frame frame) {
        this.catalogue = catalogue;
        this.recipients = recipients;
        this.frame = frame;
    }

    /** What can be chosen. */
    record Choices(List<Option> recipients, List<String> items, List<Option> categories, List<Option> fits) {}

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
                recipients.active().stream()
                        .map(each -> new Option(each.getCode(), each.getAlias()))
                        .toList(),
                catalogue.active().stream()
                        .filter(item -> isAskedFor(item.getCategory()))
                        .map(catalogue::label)
                        .distinct()
                        .toList(),
                catalogue.categories().stream()
                        .filter(NeedForm::isAskedFor)
                        .map(category -> new Option(category, catalogue.categoryName(category)))
                        .toList(),
                Arrays.stream(Wearer.values())
                        .filter(wearer -> wearer != Wearer.ANY)
                        .map(wearer -> new Option(
                                wearer.word(), frame.say("catalogue_wearer_" + wearer.word(), Map.of())))
                        .toList());
    }

    private static boolean isAskedFor(String category) {
        return !category.equals(Catalogue.UNSORTED) && !category.equals(MONEY);
    }

    /** The lines that the page shows: those sent, at least three, and some more when more are asked for. */
    static List<Names> lines(Form form, boolean more) {
        int count = Math.max(STEP, form.lines(GROUP, Need.MOST_LINES) + (more ? STEP : 0));
        List<Names> names = new ArrayList<>();
        for (int i = 0; i < Math.min(count, Need.MOST_LINES); i++) {
            names.add(Names.of(i));
        }
        return names;
    }

    private static boolean isFilled(Form form, int index) {
        return FIELDS.stream().anyMatch(field -> form.has(field(index, field)));
    }

    /** The form with its empty lines at the end, so that a line's number is the same in the form and in what is read. */
    static Form closedUp(Form form) {
        var typed = new MultivaluedHashMap<String, String>();
        form.typed().forEach((name, values) -> {
            if (!name.startsWith(GROUP + "[")) {
                typed.put(name, values);
            }
        });
        typed.putSingle(Form.KEY, form.key());
        int lines = form.lines(GROUP, 1000);
        int next = 0;
        for (int i = 0; i < lines; i++) {
            if (isFilled(form, i)) {
                for (String field : FIELDS) {
                    typed.putSingle(field(next, field), form.value(field(i, field)));
                }
                next++;
            }
        }
        for (int i = next; i < Math.min(lines, Need.MOST_LINES); i++) {
            typed.putSingle(field(i, "item"), "");
        }
        return Form.of(typed);
    }

    PostNeed read(Form form, Reading typed) {
        List<PostNeed.Line> lines = new ArrayList<>();
        for (int i = 0; isFilled(form, i); i++) {
            lines.add(line(typed, i));
        }
        if (lines.isEmpty()) {
            typed.refuse(field(0, "item"), "error_need_no_line", "");
        }
        return new PostNeed(
                typed.code("recipient"), typed.text("forWhom"), typed.day("wantedBy"), lines.isEmpty() ? null : lines);
    }

    private PostNeed.Line line(Reading typed, int index) {
        String label = typed.text(field(index, "item"));
        String category = typed.text(field(index, "category"));
        Item item = label == null ? null : catalogue.labelled(label);
        if (label != null && item == null) {
            typed.refuse(field(index, "item"), "error_item_unknown", label);
        }
        return new PostNeed.Line(
                item == null ? null : item.getCode(),
                category,
                typed.oneOf(field(index, "fits"), Wearer.class),
                SizesTyped.read(
                        typed.text(field(index, "sizes")),
                        item != null ? item.getSizes() : category == null ? List.of() : catalogue.sizesOf(category)),
                typed.wholeNumber(field(index, "quantity")));
    }
}
