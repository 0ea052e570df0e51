package org.kindtrail.warehouse;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.place.Places;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** What can be chosen in the forms of the warehouse, and how what was chosen is read back. */
@ApplicationScoped
class GoodsChoices {
    private final Catalogue catalogue;
    private final Places places;
    private final Frame frame;

    GoodsChoices(Catalogue catalogue, Places places, Frame frame) {
        this.catalogue = catalogue;
        this.places = places;
        this.frame = frame;
    }

    /** Items by name, their sizes, and the conditions. */
    record Choices(List<String> items, Set<String> sizes, List<Option> grades) {}

    Choices choices() {
        Set<String> items = new LinkedHashSet<>();
        Set<String> sizes = new LinkedHashSet<>();
        catalogue.active().forEach(item -> {
            items.add(catalogue.label(item));
            sizes.addAll(item.getSizes());
        });
        List<Option> grades = Arrays.stream(Grade.values())
                .map(grade -> new Option(grade.word(), frame.say(grade.wordsKey(), Map.of())))
                .toList();
        return new Choices(List.copyOf(items), sizes, grades);
    }

    /**
     * Open sites and shelves, and the containers that stand in the fields already.
     *
     * @param fields whose codes may be a container's
     */
    List<Option> places(Form form, String... fields) {
        List<Option> options = new ArrayList<>(places.open().stream()
                .map(place -> new Option(place.getCode(), place.label()))
                .toList());
        Arrays.stream(fields)
                .map(form::value)
                .filter(code -> Code.read(CodeKind.CONTAINER, code).isPresent())
                .distinct()
                .forEach(code -> places.byCode(code)
                        .ifPresent(place -> options.add(0, new Option(place.getCode(), place.label()))));
        return options;
    }

    List<Option> sites() {
        return places.sites().stream().map(site -> new Option(site.getCode(), site.getName())).toList();
    }

    /**
     * What was typed into one field: an item by its name, or a lot by its code.
     *
     * @param item code of the item; null when it is none
     * @param lot code of the lot; null when it is none
     */
    record What(String item, String lot) {}

    What what(Reading typed, String field) {
        String text = typed.text(field);
        if (text == null) {
            return new What(null, null);
        }
        String lot = Code.read(CodeKind.BAG, text).orElse(null);
        if (lot != null) {
            return new What(null, lot);
        }
        return new What(item(typed, field), null);
    }

    /** The code of the item that was typed or chosen by its name; null when there is none, and then a fault is noted. */
    String item(Reading typed, String field) {
        String label = typed.text(field);
        if (label == null) {
            return null;
        }
        Item item = catalogue.labelled(label);
        return item == null ? typed.refuse(field, "error_warehouse_what_unknown", label) : item.getCode();
    }

    /** The item of the code as a form shows it; the code itself when there is none. */
    String label(String code) {
        Item item = catalogue.find(code);
        return item == null ? code : catalogue.label(item);
    }
}
