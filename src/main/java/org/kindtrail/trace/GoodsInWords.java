package org.kindtrail.trace;

import com.ibm.icu.text.ListFormatter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Money;
import org.kindtrail.web.Words;

/** Goods with their number as people count them aloud: "4 jumpers", "1 pair of winter boots". */
@Singleton
class GoodsInWords {
    private static final Set<String> UNITS = Set.of("piece", "bag", "set", "pair", "gram", "millilitre");

    private final Words words;
    private final Goods goods;

    GoodsInWords(Words words, Goods goods) {
        this.words = words;
        this.goods = goods;
    }

    /** One name for what differs only in who it fits, so that a donor reads "6 jumpers" and no list of sizes. */
    String nameOf(Item item) {
        if (item.getOrganisationId() != null) {
            return item.getCode();
        }
        String wearer = "-" + item.getWearer().word();
        String code = item.getCode();
        return code.endsWith(wearer) ? code.substring(0, code.length() - wearer.length()) : code;
    }

    /** An amount of money: "18.00 USD". */
    String say(Money amount) {
        return goods.money(amount);
    }

    String say(Item item, long count, Locale locale) {
        if (Catalogue.isMoney(item)) {
            return say(new Money(count, item.getUnit()));
        }
        String key = "goods_" + nameOf(item).replace('-', '_');
        if (item.getOrganisationId() == null && words.has(key)) {
            return words.say(locale, key, Map.of("count", count));
        }
        String unit = UNITS.contains(item.getUnit()) ? item.getUnit() : "money";
        return words.say(locale, "goods_any_" + unit, Map.of("count", count, "name", item.name(locale)));
    }

    /** "4 jumpers, 2 towels, and 1 pair of shoes", as the language joins them. */
    String join(List<String> said, Locale locale) {
        return ListFormatter.getInstance(locale).format(said);
    }
}
