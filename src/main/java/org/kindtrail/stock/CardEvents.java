package org.kindtrail.stock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Reads what may have changed the stock at some places, in the order in which it was written down: movements from and to them
 * and the containers that ever stood there, and the ways of these containers. It is read a page at a time, each in a
 * transaction of its own; nothing read before is kept.
 */
@ApplicationScoped
class CardEvents {
    private static final int PAGE = 1_000;
    /** A pallet in a freight container, a box on it, and a box in that. */
    private static final int DEEP = 4;

    private final EntityManager database;

    CardEvents(EntityManager database) {
        this.database = database;
    }

    /**
     * @param places sites and shelves, or one container
     * @param item null: of whatever
     */
    Iterator<CardEvent> of(Collection<Long> places, Long item) {
        boolean containers = hadContainers(places);
        Reader goods = new Reader((at, id) -> movements(places, item, containers, at, id));
        Reader ways = new Reader((at, id) -> containers ? ways(places, at, id) : List.of());
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return goods.peek() != null || ways.peek() != null;
            }

            @Override
            public CardEvent next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                // What belongs to the same act was moved before its container went.
                boolean goodsFirst = ways.peek() == null
                        || goods.peek() != null && !goods.peek().recordedAt().isAfter(ways.peek().recordedAt());
                return goodsFirst ? goods.take() : ways.take();
            }
        };
    }

    private interface Source {
        List<CardEvent> read(Instant at, Long id);
    }

    /** One of the two streams, with the event that comes next. */
    private static final class Reader {
        private final Source source;
        private List<CardEvent> page;
        private int next;

        Reader(Source source) {
            this.source = source;
        }

        CardEvent peek() {
            if (page == null || next == page.size() && page.size() == PAGE) {
                CardEvent last = page == null ? null : page.get(page.size() - 1);
                page = QuarkusTransaction.requiringNew()
                        .call(() -> source.read(
                                last == null ? Instant.EPOCH : last.recordedAt(), last == null ? Long.MIN_VALUE : last.id()));
                next = 0;
            }
            return next < page.size() ? page.get(next) : null;
        }

        CardEvent take() {
            CardEvent taken = peek();
            next++;
            return taken;
        }
    }

    private boolean hadContainers(Collection<Long> places) {
        return QuarkusTransaction.requiringNew()
                .call(() -> !database.createQuery("select c.id from ContainerMove c where c.toPlace.id in :places", Long.class)
                        .setParameter("places", places)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty());
    }

    /** The containers that ever stood there, or in one that did. */
    private static String among(String path) {
        StringBuilder among = new StringBuilder("(");
        String there = ":places";
        for (int deep = 1; deep <= DEEP; deep++) {
            there = "(select c%d.place.id from ContainerMove c%d where c%d.toPlace.id in %s)".formatted(deep, deep, deep, there);
            among.append(deep == 1 ? "" : " or ").append(path).append(" in ").append(there);
        }
        return among.append(")").toString();
    }

    private List<CardEvent> movements(Collection<Long> places, Long item, boolean containers, Instant at, Long id) {
        String there = "m.fromPlace.id in :places or m.toPlace.id in :places"
                + (containers ? " or " + among("m.fromPlace.id") + " or " + among("m.toPlace.id") : "");
        TypedQuery<Object[]> query = database.createQuery(
                        """
                        select m.id, m.recordedAt, m.occurredAt, m.document, m.reason, m.fromPlace.id, m.toPlace.id, m.quantity,
                          m.lot.item.id from Movement m where (%s)%s
                          and (m.recordedAt > :at or (m.recordedAt = :at and m.id > :id)) order by m.recordedAt, m.id"""
                                .formatted(there, item == null ? "" : " and m.lot.item.id = :item"),
                        Object[].class)
                .setParameter("places", places);
        if (item != null) {
            query.setParameter("item", item);
        }
        return page(query, at, id).stream()
                .map(row -> CardEvent.goods(
                        (Long) row[0],
                        (Instant) row[1],
                        (Instant) row[2],
                        (String) row[3],
                        (Reason) row[4],
                        (Long) row[5],
                        (Long) row[6],
                        (Long) row[7],
                        (Long) row[8]))
                .toList();
    }

    private List<CardEvent> ways(Collection<Long> places, Instant at, Long id) {
        TypedQuery<Object[]> query = database.createQuery(
                        """
                        select w.id, w.recordedAt, w.occurredAt, w.document, w.reason, w.place.id, w.toPlace.id
                          from ContainerMove w where %s
                          and (w.recordedAt > :at or (w.recordedAt = :at and w.id > :id)) order by w.recordedAt, w.id"""
                                .formatted(among("w.place.id")),
                        Object[].class)
                .setParameter("places", places);
        return page(query, at, id).stream()
                .map(row -> CardEvent.container(
                        (Long) row[0],
                        (Instant) row[1],
                        (Instant) row[2],
                        (String) row[3],
                        (CarryReason) row[4],
                        (Long) row[5],
                        (Long) row[6]))
                .toList();
    }

    private static List<Object[]> page(TypedQuery<Object[]> query, Instant at, Long id) {
        return query.setParameter("at", at).setParameter("id", id).setMaxResults(PAGE).getResultList();
    }
}
