package org.kindtrail.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Oldest;

/** What is free for the parts of kits, and which lots fill them. */
@ApplicationScoped
class Parts {
    private final Oldest oldest;
    private final Catalogue catalogue;
    private final Goods goods;

    Parts(Oldest oldest, Catalogue catalogue, Goods goods) {
        this.oldest = oldest;
        this.catalogue = catalogue;
        this.goods = goods;
    }

    /** What is free of what a kit is packed of, in the house and by site. */
    record Free(Packing packing, Map<Long, Map<Packing.Ware, Long>> bySite) {
        Map<Packing.Ware, Long> at(Long site) {
            return bySite.getOrDefault(site, Map.of());
        }

        Map<Packing.Ware, Long> inHouse() {
            Map<Packing.Ware, Long> all = new LinkedHashMap<>();
            bySite.values().forEach(site -> site.forEach((ware, quantity) -> all.merge(ware, quantity, Long::sum)));
            return all;
        }
    }

    /** Some of a lot at a place that goes into a part, by its index. */
    record Filling(int part, Oldest.Picked picked) {}

    static Packing packing(Kit kit) {
        return new Packing(kit.getParts().stream()
                .map(part -> new Packing.Part(
                        part.getQuantity(),
                        part.getChoices().stream()
                                .map(choice -> new Packing.Choice(choice.getItemId(), choice.getSize()))
                                .toList()))
                .toList());
    }

    Free free(Kit kit) {
        return free(kit, null, null);
    }

    /**
     * @param at a site; null: everywhere
     * @param programme the id of the programme that the kits are for; null: none
     */
    Free free(Kit kit, Place at, Long programme) {
        return bySite(kit, oldest.free(at, items(List.of(kit)), programme));
    }

    private static Free bySite(Kit kit, List<Oldest.There> all) {
        Packing packing = packing(kit);
        Map<Long, Map<Packing.Ware, Long>> bySite = new HashMap<>();
        all.stream()
                .sorted(Comparator.comparing(Oldest.There::itemId)
                        .thenComparing(there -> there.size() == null ? "" : there.size()))
                .forEach(there -> bySite.computeIfAbsent(there.siteId(), site -> new LinkedHashMap<>())
                        .merge(packing.ware(there.itemId(), there.size()), there.available(), Long::sum));
        return new Free(packing, bySite);
    }

    /** How many of each kit could be packed of all that is free in the house; one statement for all. */
    Map<Kit, Long> possible(Collection<Kit> kits) {
        List<Oldest.There> all = oldest.free(null, items(kits));
        Map<Kit, Long> possible = new HashMap<>();
        kits.forEach(kit -> {
            Free free = bySite(kit, all);
            possible.put(kit, free.packing().possible(free.inHouse()));
        });
        return possible;
    }

    private List<Item> items(Collection<Kit> kits) {
        return kits.stream()
                .flatMap(kit -> kit.getParts().stream())
                .flatMap(part -> part.getChoices().stream())
                .map(KitChoice::getItemId)
                .distinct()
                .map(catalogue::of)
                .toList();
    }

    /**
     * The lots that fill the parts of so many kits, the oldest first; the caller has seen that there are enough.
     *
     * @param programme the id of the programme that the kits are for; null: none
     * @throws Refused when somebody took of them in this moment
     */
    List<Filling> fill(Free free, Place site, Long programme, long kits) {
        Map<Packing.Ware, List<long[]>> wanted = new LinkedHashMap<>();
        free.packing().choose(free.inHouse(), kits).forEach(take -> wanted
                .computeIfAbsent(take.ware(), ware -> new ArrayList<>())
                .add(new long[] {take.part(), take.quantity()}));
        List<Filling> filled = new ArrayList<>();
        List<Item> items = wanted.keySet().stream()
                .map(Packing.Ware::item)
                .distinct()
                .map(catalogue::of)
                .toList();
        oldest.each(site, items, programme, picked -> {
            Packing.Ware ware = free.packing().ware(picked.lot().getItem().getId(), picked.lot().getSize());
            long left = picked.quantity();
            for (long[] take : wanted.getOrDefault(ware, List.of())) {
                long taken = Math.min(left, take[1]);
                if (taken > 0) {
                    filled.add(new Filling((int) take[0], new Oldest.Picked(picked.lot(), picked.place(), taken)));
                    take[1] -= taken;
                    left -= taken;
                }
            }
            return wanted.values().stream().flatMap(List::stream).anyMatch(take -> take[1] > 0);
        });
        if (wanted.values().stream().flatMap(List::stream).anyMatch(take -> take[1] > 0)) {
            throw new Refused("error_changed_meanwhile");
        }
        return filled;
    }

    /** "2 × Soap / Liquid soap". */
    String words(KitPart part) {
        return words(part, part.getQuantity());
    }

    String words(KitPart part, long quantity) {
        Stream<String> others = part.getChoices().stream()
                .skip(1)
                .map(choice -> goods.name(catalogue.of(choice.getItemId()), choice.getSize()));
        KitChoice first = part.getChoices().get(0);
        String said = goods.say(catalogue.of(first.getItemId()), first.getSize(), quantity);
        return String.join(" / ", Stream.concat(Stream.of(said), others).toList());
    }
}
