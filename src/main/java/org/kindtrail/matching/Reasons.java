package org.kindtrail.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.need.FitsNeedPolicy;
import org.kindtrail.need.NeedLine;

/** Finds out why a line does not get more. */
final class Reasons {
    /**
     * @param named what the sentence names: codes of needs, ids of programmes, or sizes
     */
    record Reason(Why why, List<String> named) {
        Reason(Why why) {
            this(why, List.of());
        }
    }

    /** Stock that is alike in all that can keep it from a line. */
    private record Lying(String size, Wearer fits, boolean given, boolean past, boolean atHand, Long keptFor, boolean promised) {}

    private final Sharing.Circumstances now;
    private final List<NeedLine> lines;
    private final List<Wish> wishes;
    private final Map<Integer, List<Integer>> kindsOf = new HashMap<>();
    private final Map<Integer, Map<Integer, Long>> takers = new HashMap<>();
    private final Map<Long, Set<Lying>> lying = new HashMap<>();

    Reasons(Sharing.Circumstances now, List<NeedLine> lines, List<Wish> wishes, List<Kind> kinds, List<Stock.Row> rows) {
        this.now = now;
        this.lines = lines;
        this.wishes = wishes;
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (int wish : kinds.get(kind).wishes()) {
                kindsOf.computeIfAbsent(wish, unknown -> new ArrayList<>()).add(kind);
            }
        }
        for (Stock.Row row : rows) {
            lying.computeIfAbsent(row.itemId(), unknown -> new LinkedHashSet<>())
                    .add(new Lying(
                            row.size(),
                            row.fits(),
                            FitsNeedPolicy.isGiven(row.grade()),
                            now.past(row),
                            row.atHand(),
                            now.keptFor(row),
                            row.allocated() > 0));
        }
    }

    /** A wish takes so much of a kind. */
    void took(int wish, int kind, long quantity) {
        takers.computeIfAbsent(kind, unknown -> new TreeMap<>()).merge(wish, quantity, Long::sum);
    }

    Reason of(int wish, long given) {
        if (given == wishes.get(wish).missing()) {
            return new Reason(Why.ALL);
        }
        Map<Integer, Long> others = new TreeMap<>();
        for (int kind : kindsOf.getOrDefault(wish, List.of())) {
            takers.getOrDefault(kind, Map.of()).forEach((taker, much) -> others.merge(taker, much, Long::sum));
        }
        others.remove(wish);
        return others.isEmpty() ? inStock(wish, given) : wentTo(wish, others);
    }

    /** Others got what it could have had as well; those who got the most of it are named first. */
    private Reason wentTo(int wish, Map<Integer, Long> others) {
        int urgency = wishes.get(wish).urgency();
        long toUrgent = others.entrySet().stream()
                .filter(each -> wishes.get(each.getKey()).urgency() < urgency)
                .mapToLong(Map.Entry::getValue)
                .sum();
        long toAll = others.values().stream().mapToLong(Long::longValue).sum();
        boolean urgent = 2 * toUrgent >= toAll;
        Map<Integer, Long> needs = new TreeMap<>();
        others.forEach((taker, much) -> {
            if (urgent == wishes.get(taker).urgency() < urgency) {
                needs.merge(taker, much, Long::sum);
            }
        });
        List<String> codes = needs.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry::getKey))
                .map(each -> lines.get(each.getKey()).getNeed().getCode())
                .distinct()
                .toList();
        return new Reason(urgent ? Why.URGENT : Why.FAIR, codes);
    }

    /** Nobody else wants it: what is there that all but fits? */
    private Reason inStock(int wish, long given) {
        NeedLine line = lines.get(wish);
        Map<Why, Set<String>> found = new TreeMap<>();
        for (Long id : Sharing.items(line, now.items())) {
            Item item = now.items().get(id);
            for (Lying each : lying.getOrDefault(id, Set.of())) {
                Why why = obstacle(line, item, each);
                if (why != null) {
                    found.computeIfAbsent(why, unknown -> new TreeSet<>()).add(name(why, each));
                }
            }
        }
        if (given > 0) {
            // That there are others which do not fit is no news to who gets some that do.
            found.keySet().removeIf(why -> why.compareTo(Why.UNFIT) >= 0);
        }
        return found.entrySet().stream()
                .findFirst()
                .map(each -> new Reason(each.getKey(), each.getValue().stream().filter(name -> !name.isEmpty()).toList()))
                .orElse(new Reason(given > 0 ? Why.NO_MORE : Why.NONE));
    }

    private static String name(Why why, Lying each) {
        return switch (why) {
            case KEPT -> each.keptFor().toString();
            case SIZES -> each.size() == null ? "" : each.size();
            default -> "";
        };
    }

    /** The one thing that keeps it from the line; null when there is none, or more than one. */
    private static Why obstacle(NeedLine line, Item item, Lying each) {
        Set<Why> obstacles = new HashSet<>();
        if (each.keptFor() != null && !each.keptFor().equals(line.getNeed().programmeId())) {
            obstacles.add(Why.KEPT);
        }
        if (each.past()) {
            obstacles.add(Why.PAST);
        }
        if (!each.atHand()) {
            obstacles.add(Why.REACH);
        }
        if (!each.given()) {
            obstacles.add(Why.UNFIT);
        }
        if (!FitsNeedPolicy.sizeFits(FitsNeedPolicy.sizes(line, item), each.size())) {
            obstacles.add(Why.SIZES);
        }
        if (!FitsNeedPolicy.accepted(line).contains(each.fits())) {
            obstacles.add(Why.WEARER);
        }
        if (obstacles.isEmpty()) {
            return each.promised() ? Why.PROMISED : null;
        }
        return obstacles.size() == 1 ? obstacles.iterator().next() : null;
    }
}
