package org.kindtrail.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Making;
import org.kindtrail.stock.NotEnoughStock;
import org.kindtrail.stock.Oldest;

/** Takes what a step uses up: lots that were named first, then of each item the oldest; nothing twice. */
@ApplicationScoped
class Picking {
    /**
     * So much is wanted.
     *
     * @param lot null: the oldest of the item
     * @param size null: any
     * @param grade null: any that is fit for use
     */
    record Wish(Lot lot, Item item, String size, Grade grade, long quantity) {
        boolean fits(Lot found) {
            return lot == null
                    && item.getId().equals(found.getItem().getId())
                    && (size == null || size.equals(found.getSize()))
                    && (grade == null || grade == found.getGrade());
        }

        /** Who asks for more comes first, so that whoever takes anything takes what is left. */
        int demands() {
            return (size == null ? 0 : 1) + (grade == null ? 0 : 1);
        }
    }

    private record Where(Long lot, Long place) {}

    private final Works works;
    private final Oldest oldest;
    private final Goods goods;

    Picking(Works works, Oldest oldest, Goods goods) {
        this.works = works;
        this.oldest = oldest;
        this.goods = goods;
    }

    /** @throws NotEnoughStock naming what there is too little of, where, and how much there is */
    List<Making.Input> pick(Place site, List<Wish> wishes) {
        Map<Where, Making.Input> picked = new LinkedHashMap<>();
        wishes.stream().filter(wish -> wish.lot() != null).forEach(wish -> named(site, wish, picked));
        List<Wish> open = wishes.stream()
                .filter(wish -> wish.lot() == null)
                .sorted(Comparator.comparingInt(Wish::demands).reversed())
                .toList();
        Map<Wish, Long> left = new HashMap<>();
        open.forEach(wish -> left.merge(wish, wish.quantity(), Long::sum));
        Map<Where, Long> named = picked.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().quantity()));
        oldest.each(site, open.stream().map(Wish::item).distinct().toList(), found -> {
            long there = found.quantity()
                    - named.getOrDefault(new Where(found.lot().getId(), found.place().getId()), 0L);
            for (Wish wish : open) {
                long taken = wish.fits(found.lot()) ? Math.min(there, left.get(wish)) : 0;
                if (taken > 0) {
                    add(picked, found.lot(), found.place(), taken);
                    left.merge(wish, -taken, Long::sum);
                    there -= taken;
                }
            }
            return left.values().stream().anyMatch(quantity -> quantity > 0);
        });
        for (Wish wish : open) {
            if (left.get(wish) > 0) {
                long wanted = open.stream().filter(wish::equals).mapToLong(Wish::quantity).sum();
                throw tooLittle(site, wish, wanted, wanted - left.get(wish));
            }
        }
        return new ArrayList<>(picked.values());
    }

    private void named(Place site, Wish wish, Map<Where, Making.Input> picked) {
        long left = wish.quantity();
        long free = 0;
        for (Works.Lying lying : works.whereFree(wish.lot())) {
            Place place = lying.place();
            if (place.getId().equals(site.getId())
                    || place.getTop() != null && place.getTop().getId().equals(site.getId())) {
                Making.Input already = picked.get(new Where(wish.lot().getId(), place.getId()));
                long there = lying.available() - (already == null ? 0 : already.quantity());
                long taken = Math.min(left, there);
                free += there;
                if (taken > 0) {
                    add(picked, wish.lot(), place, taken);
                    left -= taken;
                }
            }
        }
        if (left > 0) {
            throw new NotEnoughStock(
                    "error_workshop_lot_too_little",
                    Map.of(
                            "lot", wish.lot().getCode(),
                            "place", site.label(),
                            "wanted", wish.quantity(),
                            "count", free));
        }
    }

    private static void add(Map<Where, Making.Input> picked, Lot lot, Place place, long quantity) {
        picked.merge(
                new Where(lot.getId(), place.getId()),
                new Making.Input(lot, place, quantity),
                (one, more) -> new Making.Input(lot, place, one.quantity() + more.quantity()));
    }

    private NotEnoughStock tooLittle(Place site, Wish wish, long wanted, long available) {
        return new NotEnoughStock(
                "error_not_enough_there",
                Map.of(
                        "item", goods.name(wish.item(), wish.size()),
                        "place", site.label(),
                        "wanted", goods.quantity(wish.item(), wanted),
                        "available", goods.quantity(wish.item(), available),
                        "count", available));
    }
}
