package org.kindtrail.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Page;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.web.Frame;

/** The lines of a packing list, some containers at a time: however much is in them, little of it is in memory at once. */
@ApplicationScoped
public class PackedRows {
    private static final int AT_A_TIME = 50;
    private final Containers containers;
    private final Places places;
    private final Insides insides;
    private final EntityManager database;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Frame frame;

    PackedRows(
            Containers containers,
            Places places,
            Insides insides,
            EntityManager database,
            Catalogue catalogue,
            Goods goods,
            Frame frame) {
        this.containers = containers;
        this.places = places;
        this.insides = insides;
        this.database = database;
        this.catalogue = catalogue;
        this.goods = goods;
        this.frame = frame;
    }

    /** So much of an item in a container, in words. */
    public record Row(String container, String item, String size, String grade, String quantity) {
        List<String> cells(boolean withContainer) {
            List<String> own = List.of(item, size, grade, quantity);
            return withContainer ? Stream.concat(Stream.of(container), own.stream()).toList() : own;
        }
    }

    /**
     * What is in the container and in all that stands in it, container by container.
     *
     * @param after code of the container with which the page before ended; null for the first
     */
    @Transactional
    public Page<Row> of(String code, String after) {
        Place whole = containers.get(code);
        Long last = after == null ? Long.MIN_VALUE : containers.get(after).getId();
        List<Long> all = places.within(whole).stream().filter(id -> id > last).sorted().toList();
        List<Long> some = all.subList(0, Math.min(AT_A_TIME, all.size()));
        if (some.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Map<Long, String> codes = codes(some);
        List<Row> rows = new ArrayList<>();
        for (Insides.Sum sum : insides.at(some)) {
            rows.add(row(sum, codes.get(sum.place())));
        }
        return new Page<>(rows, all.size() > some.size() ? codes.get(some.get(some.size() - 1)) : null);
    }

    private Map<Long, String> codes(List<Long> ids) {
        Map<Long, String> codes = new HashMap<>();
        database.createQuery("select p.id, p.code from Place p where p.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> codes.put((Long) row[0], (String) row[1]));
        return codes;
    }

    private Row row(Insides.Sum sum, String code) {
        Item item = catalogue.of(sum.itemId());
        String name = catalogue.label(item);
        return new Row(
                code,
                sum.expiresOn() == null
                        ? name
                        : name + ", " + frame.say("container_use_by", Map.of("0", frame.day(sum.expiresOn()))),
                sum.size() == null ? "" : sum.size(),
                frame.say(sum.grade().wordsKey(), Map.of()),
                goods.quantity(item, sum.quantity()));
    }
}
