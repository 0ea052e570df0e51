package org.kindtrail.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import org.kindtrail.kernel.Money;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Words;

/** Says goods in the reader's words: "12 pairs of Practical shoes, man, size 42". */
@ApplicationScoped
public class Goods {
    private final Catalogue catalogue;
    private final Words words;
    private final Frame frame;

    Goods(Catalogue catalogue, Words words, Frame frame) {
        this.catalogue = catalogue;
        this.words = words;
        this.frame = frame;
    }

    /**
     * How much of what.
     *
     * @param size null when sizes are not told apart
     * @param quantity in the item's unit
     */
    public String say(Item item, String size, long quantity) {
        if (Catalogue.isMoney(item)) {
            return money(new Money(quantity, item.getUnit()));
        }
        String key = "catalogue_goods_" + item.getUnit();
        return words.say(
                locale(),
                words.has(key) ? key : "catalogue_goods_other",
                Map.of("0", quantity, "1", name(item, size), "2", item.getUnit()));
    }

    /** What it is: "Practical shoes, man, size 42". */
    public String name(Item item, String size) {
        String label = catalogue.label(item);
        return size == null ? label : words.say(locale(), "catalogue_goods_size", Map.of("0", label, "1", size));
    }

    /** How much: "12 pairs". */
    public String quantity(Item item, long quantity) {
        if (Catalogue.isMoney(item)) {
            return money(new Money(quantity, item.getUnit()));
        }
        String key = "catalogue_quantity_" + item.getUnit();
        return words.say(
                locale(),
                words.has(key) ? key : "catalogue_quantity_other",
                Map.of("0", quantity, "1", item.getUnit()));
    }

    /** An amount in the reader's digits: "1,250.00 USD". */
    public String money(Money amount) {
        return frame.money(amount);
    }

    /** What it is counted in: "pairs". */
    public String unit(Item item) {
        String key = "catalogue_unit_" + item.getUnit();
        return words.has(key) ? words.say(locale(), key) : item.getUnit();
    }

    private Locale locale() {
        return frame.getLocale();
    }
}
