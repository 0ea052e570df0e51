package org.kindtrail.trace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.kindtrail.stock.ConversionKind;

/** Everything that came of a donation, layer by layer, from its own strands and the steps between them. */
final class Layers {
    /**
     * Something of the donation was consumed by a conversion.
     *
     * @param madeBy the conversion that had made it; null for what came in as it is
     * @param made the conversion that consumed it
     * @param sole the lot that was consumed, when others have a part in it and nothing else was consumed
     */
    record Step(Long madeBy, Long made, ConversionKind kind, Long sole) {}

    /** Whose outputs are of all that was consumed, so that behind them are the same people as behind the sole input. */
    private static final Set<ConversionKind> OF_ALL =
            Set.of(ConversionKind.SALE, ConversionKind.PURCHASE, ConversionKind.EXCHANGE, ConversionKind.KIT, ConversionKind.WORKSHOP);

    private final Map<Long, List<Step>> steps = new HashMap<>();
    private final Map<Long, Layer> byConversion = new HashMap<>();
    private final Map<Long, Long> madeBy = new HashMap<>();
    private final SortedMap<Layer, List<Strand>> strands = new TreeMap<>();

    Layers(List<Strand> all, List<Step> between) {
        between.forEach(step -> steps.computeIfAbsent(step.made(), each -> new ArrayList<>()).add(step));
        strands.put(Layer.GIVEN, new ArrayList<>());
        for (Strand strand : all) {
            strands.computeIfAbsent(layer(strand.conversion(), strand.kind(), strand.lot()), each -> new ArrayList<>())
                    .add(strand);
            if (strand.lot() != null) {
                madeBy.put(strand.lot(), strand.conversion());
            }
        }
    }

    /** The goods of all of it, by the name that flows have for them. */
    Set<String> goods() {
        Set<String> goods = new HashSet<>();
        strands.values().forEach(some -> some.forEach(strand -> goods.add(strand.flow().goods())));
        return goods;
    }

    /** Whether anything changed its shape, so that the steps are needed. */
    static boolean areMany(List<Strand> strands) {
        return strands.stream().anyMatch(strand -> strand.lot() != null || strand.kind() != null && changes(strand.kind()));
    }

    private static boolean changes(ConversionKind kind) {
        return kind != ConversionKind.SORTING && kind != ConversionKind.GRADING;
    }

    private Layer layer(Long conversion, ConversionKind kind, Long lot) {
        Layer made = layer(conversion, kind, new HashSet<>());
        boolean shared = lot != null;
        return made.depth() == 0 && shared
                ? new Layer(0, ConversionKind.GRADING, true)
                : new Layer(made.depth(), made.how(), shared);
    }

    /** @param above the conversions from which this one is asked for; nothing can be made of itself */
    private Layer layer(Long conversion, ConversionKind kind, Set<Long> above) {
        if (conversion == null || !above.add(conversion)) {
            return Layer.GIVEN;
        }
        Layer known = byConversion.get(conversion);
        if (known == null) {
            Layer before = steps.getOrDefault(conversion, List.of()).stream()
                    .map(step -> layer(step.madeBy(), kindOf(step.madeBy()), above))
                    .reduce(Layer.GIVEN, (one, other) -> one.compareTo(other) >= 0 ? one : other);
            known = changes(kind) ? new Layer(before.depth() + 1, kind, false) : before;
            byConversion.put(conversion, known);
        }
        above.remove(conversion);
        return known;
    }

    private ConversionKind kindOf(Long conversion) {
        List<Step> known = steps.getOrDefault(conversion, List.of());
        return known.isEmpty() ? ConversionKind.SORTING : known.get(0).kind();
    }

    /**
     * What the public may know of each layer, the first at the head. Of money that others have a part in the donor's part is
     * meant, of things all.
     */
    SortedMap<Layer, Account> inPublic(List<Flows.Staged> staged, Predicate<String> money, Instant now, ZoneId zone) {
        Map<Layer, Map<String, Long>> packed = new HashMap<>();
        staged.forEach(each -> packed.computeIfAbsent(
                        layer(each.conversion(), kindOf(each.conversion()), each.lot()), layer -> new HashMap<>())
                .merge(each.goods(), each.quantity(), Long::sum));
        SortedMap<Layer, Account> accounts = new TreeMap<>();
        strands.forEach((layer, own) -> accounts.put(
                layer,
                Account.inPublic(
                        own,
                        strand -> strand.lot() != null && money.test(strand.flow().goods()),
                        packed.getOrDefault(layer, Map.of()),
                        now,
                        zone)));
        return accounts;
    }

    /** Of which layer something is that was made by the conversion. */
    Layer of(Onward.Elsewhere some) {
        return layer(some.conversion(), some.kind() == null ? ConversionKind.SORTING : some.kind(), some.lot());
    }

    /**
     * Behind which lots those stand who have a part in each layer that is shared. A lot that was made of one other alone is
     * left out for that one: what many small purchases of a large sum are made of is looked at once.
     */
    SortedMap<Layer, Set<Long>> behind() {
        SortedMap<Layer, Set<Long>> lots = new TreeMap<>();
        strands.forEach((layer, own) -> own.stream()
                .map(Strand::lot)
                .filter(lot -> lot != null)
                .forEach(lot -> lots.computeIfAbsent(layer, each -> new HashSet<>()).add(before(lot))));
        return lots;
    }

    private Long before(Long lot) {
        Long first = lot;
        for (int hops = 0; hops < madeBy.size(); hops++) {
            Long made = madeBy.get(first);
            Long sole = made == null
                    ? null
                    : steps.getOrDefault(made, List.of()).stream()
                            .filter(step -> step.sole() != null && OF_ALL.contains(step.kind()))
                            .map(Step::sole)
                            .findFirst()
                            .orElse(null);
            if (sole == null) {
                return first;
            }
            first = sole;
        }
        return first;
    }
}
