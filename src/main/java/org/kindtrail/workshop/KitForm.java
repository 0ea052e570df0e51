package org.kindtrail.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.ArrayList;
import java.util.List;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** The form of a recipe: parts, and in each what will do. */
@ApplicationScoped
class KitForm {
    private static final int FIRST = 4;
    private static final int STEP = 3;
    private static final int CHOICES = 4;

    private final GoodsChoices choices;

    KitForm(GoodsChoices choices) {
        this.choices = choices;
    }

    /** The names of a part's fields; {@code others}: of what will do as well. */
    record Names(int number, String quantity, String item, String size, List<Other> others, boolean hasOthers) {}

    /** The names of the fields of one that will do as well; the first choice is 1. */
    record Other(int number, String item, String size) {}

    private static String part(int index) {
        return "parts[" + index + "].";
    }

    private static String choice(int part, int index) {
        return part(part) + "choices[" + index + "].";
    }

    static List<Names> shown(Form form, boolean more) {
        int count = Math.min(Kit.MOST_PARTS, Math.max(FIRST, parts(form) + (more ? STEP : 0)));
        List<Names> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Other> others = new ArrayList<>();
            for (int j = 1; j < Math.max(CHOICES, Math.min(Kit.MOST_CHOICES, choices(form, i) + 1)); j++) {
                others.add(new Other(j + 1, choice(i, j) + "item", choice(i, j) + "size"));
            }
            names.add(new Names(
                    i + 1,
                    part(i) + "quantity",
                    choice(i, 0) + "item",
                    choice(i, 0) + "size",
                    others,
                    choices(form, i) > 1));
        }
        return names;
    }

    private static int parts(Form form) {
        return form.lines("parts", Kit.MOST_PARTS);
    }

    private static int choices(Form form, int part) {
        int count = 0;
        for (int j = 0; j < Kit.MOST_CHOICES; j++) {
            count = isChoice(form, part, j) ? j + 1 : count;
        }
        return count;
    }

    private static boolean isChoice(Form form, int part, int index) {
        return form.has(choice(part, index) + "item") || form.has(choice(part, index) + "size");
    }

    private static boolean isPart(Form form, int part) {
        return form.has(part(part) + "quantity") || choices(form, part) > 0;
    }

    /** The form without its empty parts and choices; a place for as many parts stays. */
    static Form closedUp(Form form) {
        var typed = new MultivaluedHashMap<String, String>();
        form.typed().forEach((name, values) -> {
            if (!name.startsWith("parts[")) {
                typed.put(name, values);
            }
        });
        typed.putSingle(Form.KEY, form.key());
        int all = form.lines("parts", 100);
        int next = 0;
        for (int i = 0; i < all; i++) {
            if (isPart(form, i)) {
                copy(form, i, typed, next++);
            }
        }
        for (int i = next; i < Math.min(all, Kit.MOST_PARTS); i++) {
            typed.putSingle(part(i) + "quantity", "");
        }
        return Form.of(typed);
    }

    private static void copy(Form form, int from, MultivaluedHashMap<String, String> typed, int to) {
        typed.putSingle(part(to) + "quantity", form.value(part(from) + "quantity"));
        int next = 0;
        for (int j = 0; j < Kit.MOST_CHOICES; j++) {
            if (isChoice(form, from, j)) {
                typed.putSingle(choice(to, next) + "item", form.value(choice(from, j) + "item"));
                typed.putSingle(choice(to, next) + "size", form.value(choice(from, j) + "size"));
                next++;
            }
        }
    }

    Form of(KitView kit) {
        Form form = Form.empty()
                .with("version", kit.version())
                .with("item", kit.item())
                .with("remark", kit.remark());
        for (int i = 0; i < kit.parts().size(); i++) {
            KitView.Part part = kit.parts().get(i);
            form = form.with(part(i) + "quantity", part.quantity());
            for (int j = 0; j < part.choices().size(); j++) {
                form = form.with(choice(i, j) + "item", part.choices().get(j).name())
                        .with(choice(i, j) + "size", part.choices().get(j).size());
            }
        }
        return form;
    }

    DescribeKit read(Form form, Reading typed) {
        List<DescribeKit.Part> parts = new ArrayList<>();
        // One more than fit is read, so that whoever sends more is told.
        for (int i = 0; i <= Kit.MOST_PARTS && isPart(form, i); i++) {
            List<DescribeKit.Choice> will = new ArrayList<>();
            for (int j = 0; j < choices(form, i); j++) {
                will.add(new DescribeKit.Choice(
                        choices.item(typed, choice(i, j) + "item"), typed.text(choice(i, j) + "size")));
            }
            if (will.isEmpty()) {
                typed.refuse(choice(i, 0) + "item", "error_text_missing", "");
                will.add(new DescribeKit.Choice(null, null));
            }
            parts.add(new DescribeKit.Part(typed.wholeNumber(part(i) + "quantity"), will));
        }
        if (parts.isEmpty()) {
            typed.refuse(choice(0, 0) + "item", "error_workshop_no_part", "");
        }
        return new DescribeKit(typed.text("item"), typed.text("remark"), parts.isEmpty() ? null : parts);
    }
}
