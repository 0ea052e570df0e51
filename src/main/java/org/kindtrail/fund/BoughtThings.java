package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** What can be chosen in the lines of a purchase, and how a chosen item is read back. */
@ApplicationScoped
class BoughtThings {
    private final Catalogue catalogue;
    private final Frame frame;

    BoughtThings(Catalogue catalogue, Frame frame) {
        this.catalogue = catalogue;
        this.frame = frame;
    }

    /** Items, those used most first, sizes, who it fits, and the condition, new first. */
    record Choices(
            List<String> items, Set<String> sizes, List<Option> fits, List<Option> grades, Set<String> growOld) {
        /** Whether the item of that name may bear a last day of use. */
        public boolean expires(String item) {
            return growOld.contains(item);
        }
    }

    Choices choices() {
        Set<String> items = new LinkedHashSet<>();
        Set<String> sizes = new LinkedHashSet<>();
        Set<String> growOld = new HashSet<>();
        List<Item> all = new ArrayList<>(catalogue.mostUsed());
        all.addAll(catalogue.active());
        for (Item item : all) {
            if (!item.getCategory().equals(Catalogue.UNSORTED) && !Catalogue.isMoney(item)) {
                items.add(catalogue.label(item));
                sizes.addAll(item.getSizes());
                if (item.isExpiring()) {
                    growOld.add(catalogue.label(item));
                }
            }
        }
        return new Choices(List.copyOf(items), sizes, fits(), grades(), growOld);
    }

    private List<Option> fits() {
        return Arrays.stream(Wearer.values())
                .filter(wearer -> wearer != Wearer.ANY)
                .map(wearer -> new Option(wearer.word(), frame.say(wearer.wordsKey(), Map.of())))
                .toList();
    }

    private List<Option> grades() {
        return List.of(Grade.NEW, Grade.GOOD, Grade.WORN).stream()
                .map(grade -> new Option(grade.word(), frame.say(grade.wordsKey(), Map.of())))
                .toList();
    }

    /** The code of the item that was typed or chosen by its label; null when there is none, and then a fault is noted. */
    String item(Reading typed, String field) {
        String label = typed.text(field);
        if (label == null) {
            return null;
        }
        Item item = catalogue.labelled(label);
        return item == null ? typed.refuse(field, "error_item_unknown", label) : item.getCode();
    }
}
