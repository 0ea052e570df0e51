package org.kindtrail.trace;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Money;
import org.kindtrail.recipient.PublicWords;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Words;

/** Says goods and what became of them, for one who reads about a gift. */
final class Saying {
    private static final Set<String> COUNTED = Set.of("piece", "pair", "set", "bag");

    private final Words words;
    private final Frame frame;
    private final GoodsInWords goodsInWords;
    private final Map<String, Item> items;
    private final Map<PublicWords.Subject, String> recipients;
    private final Locale locale;

    Saying(
            Words words,
            Frame frame,
            GoodsInWords goodsInWords,
            Map<String, Item> items,
            Map<PublicWords.Subject, String> recipients) {
        this.words = words;
        this.frame = frame;
        this.goodsInWords = goodsInWords;
        this.items = items;
        this.recipients = recipients;
        this.locale = frame.getLocale();
    }

    /**
     * What is told in one sentence: goods that share their fate, where they went, and when. What went to two recipients
     * with the same words in public is one sum, and nothing is in the order in which it happened.
     */
    private record Told(Fate fate, String recipient, When when, String about) {
        private static final Comparator<Told> ORDER = Comparator.comparing(Told::fate)
                .thenComparing(Told::when, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Told::recipient, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Told::about, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** @param yours whether these are the very things that were given */
    List<TraceView.Part> parts(Map<Tally.Part, Long> parts, boolean yours) {
        Map<Told, Map<String, Long>> told = new TreeMap<>(Told.ORDER);
        parts.forEach((part, quantity) -> told.computeIfAbsent(told(part), each -> new LinkedHashMap<>())
                .merge(part.goods(), quantity, Long::sum));
        return told.entrySet().stream()
                .map(each -> part(each.getKey(), goods(each.getValue()), yours))
                .toList();
    }

    private Told told(Tally.Part part) {
        return new Told(part.fate(), part.to() == null ? null : recipients.get(part.to()), part.when(), part.about());
    }

    private TraceView.Part part(Told told, List<TraceView.Goods> goods, boolean yours) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("goods", join(goods));
        facts.put("count", count(goods));
        facts.put("who", told.recipient() == null ? "" : told.recipient());
        facts.put("about", told.about() == null ? "" : told.about());
        When when = told.when();
        if (when != null) {
            facts.put("when", say(when));
        }
        return new TraceView.Part(
                told.fate(),
                say("trace_fate_" + variant(told, goods, yours), facts),
                goods,
                told.recipient(),
                told.about(),
                when == null ? null : when.month().toString(),
                when == null ? null : when.day());
    }

    private static String variant(Told told, List<TraceView.Goods> goods, boolean yours) {
        return switch (told.fate()) {
            case SOLD -> yours && goods.stream().allMatch(each -> COUNTED.contains(each.unit())) ? "sold_yours" : "sold";
            case PAID_OUT -> told.recipient() != null ? "paid_out_to" : told.about() == null ? "paid_out" : "paid_out_for";
            case HELD, PASSED_ON -> told.about() == null
                    ? told.fate().word()
                    : told.fate().word() + "_named";
            default -> told.fate().word();
        };
    }

    /** How the public reads of an organisation: by its name where it agreed to that, else by its country. */
    String party(Onward.Party party) {
        return party(words, locale, party);
    }

    static String party(Words words, Locale locale, Onward.Party party) {
        return party.named()
                ? party.name()
                : words.say(
                        locale,
                        "trace_partner_in",
                        Map.of("country", new Locale("", party.country()).getDisplayCountry(locale)));
    }

    String say(When when) {
        if (when.day() != null) {
            return say("trace_on_day", Map.of("day", frame.day(when.day())));
        }
        return say(
                when.by() ? "trace_by_month" : "trace_in_month",
                Map.of("month", frame.month(when.month().atDay(1))));
    }

    /** Goods of one name together, whoever they fit; the most at the head, and by their words where there are as many. */
    List<TraceView.Goods> goods(Map<String, Long> quantities) {
        Map<String, Item> named = new LinkedHashMap<>();
        Map<String, Long> sums = new LinkedHashMap<>();
        quantities.forEach((key, quantity) -> {
            Item item = items.get(key);
            named.merge(goodsInWords.nameOf(item), item, (one, other) -> first(one, other));
            sums.merge(goodsInWords.nameOf(item), quantity, Long::sum);
        });
        return sums.entrySet().stream()
                .map(each -> goods(named.get(each.getKey()), each.getValue()))
                .sorted(Comparator.comparingLong(TraceView.Goods::quantity)
                        .reversed()
                        .thenComparing(TraceView.Goods::words))
                .toList();
    }

    private TraceView.Goods goods(Item item, long quantity) {
        return new TraceView.Goods(
                goodsInWords.say(item, quantity, locale),
                quantity,
                item.getUnit(),
                Catalogue.isMoney(item) ? new Money(quantity, item.getUnit()).plain() : null);
    }

    private static Item first(Item one, Item other) {
        return one.getCode().compareTo(other.getCode()) <= 0 ? one : other;
    }

    String join(List<TraceView.Goods> goods) {
        return goodsInWords.join(goods.stream().map(TraceView.Goods::words).toList(), locale);
    }

    /** As a sentence counts them: an amount of money is one. */
    static long count(List<TraceView.Goods> goods) {
        if (goods.stream().allMatch(each -> each.amount() != null)) {
            return goods.size();
        }
        return goods.stream().mapToLong(TraceView.Goods::quantity).sum();
    }

    String recipient(PublicWords.Subject subject) {
        return recipients.get(subject);
    }

    boolean isMoney(String goods) {
        return Catalogue.isMoney(items.get(goods));
    }

    String say(String key, Map<String, Object> facts) {
        return words.say(locale, key, facts);
    }
}
