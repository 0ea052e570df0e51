package org.kindtrail.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.need.NeedLine;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Allocation;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Promise;
import org.kindtrail.stock.Reason;
import org.kindtrail.testing.AnOrganisation.House;

/** A shelter's need with goods promised to it, made beneath the rooms of needs and intake so that dispatches stand alone. */
@ApplicationScoped
class PromisedGoods {
    static final String ALIAS = "Shelter by the river";
    private static final AtomicLong ID = new AtomicLong(4_000_000_000L);

    private final EntityManager database;
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Places places;
    private final Codes codes;

    PromisedGoods(EntityManager database, Ledger ledger, Catalogue catalogue, Places places, Codes codes) {
        this.database = database;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.places = places;
        this.codes = codes;
    }

    /** A need for jumpers, and the code of the one promise after the other. */
    record Promised(String need, Long needLine, List<String> allocations, List<String> lots) {}

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    /** A need with one line, and a lot on the shelf for each quantity, promised whole; the shelves in turn, B first. */
    Promised jumpers(House house, long... quantities) {
        return house.as(Role.DISTRIBUTOR, () -> QuarkusTransaction.requiringNew().call(() -> {
            Long recipient = ID.incrementAndGet();
            Long need = ID.incrementAndGet();
            Long line = ID.incrementAndGet();
            String needCode = codes.next(CodeKind.NEED);
            Long item = catalogue.active("item", "jumpers-man").getId();
            insert(
                    "insert into recipient (id, organisation_id, code, alias, kind, country, region, disclosure, active, created_at, version)"
                            + " values (?1, ?2, ?3, ?4, 'SHELTER', 'KZ', 'Dispatch region', 'REGION', true, ?5, 0)",
                    recipient, house.id, codes.next(CodeKind.RECIPIENT), ALIAS, now());
            insert(
                    "insert into need (id, organisation_id, code, recipient_id, for_whom, state, created_at, created_by, version)"
                            + " values (?1, ?2, ?3, ?4, '11 adult men', 'OPEN', ?5, ?6, 0)",
                    need, house.id, needCode, recipient, now(), house.person(Role.DISTRIBUTOR));
            insert(
                    "insert into need_line (id, need_id, line, item_id, sizes, quantity, promised, sent, arrived)"
                            + " values (?1, ?2, 1, ?3, '', 100, 0, 0, 0)",
                    line, need, item);
            return promise(house, needCode, line, quantities);
        }));
    }

    private Promised promise(House house, String need, Long line, long... quantities) {
        List<Promise> promises = new ArrayList<>();
        List<String> lots = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < quantities.length; i++) {
            Place shelf = places.get(i % 2 == 0 ? house.shelfB : house.shelfA);
            Entry in = new Entry(
                    Reason.RECEIVED, codes.next(CodeKind.DONATION), Instant.now().minus(5, ChronoUnit.DAYS));
            Lot lot = ledger.receive(
                            ID.incrementAndGet(),
                            shelf,
                            in,
                            List.of(new NewLot(
                                    codes.next(CodeKind.BAG),
                                    catalogue.active("item", "jumpers-man"),
                                    "L",
                                    null,
                                    Grade.GOOD,
                                    quantities[i])))
                    .get(0);
            lots.add(lot.getCode());
            promises.add(new Promise(line, need, lot, shelf, quantities[i]));
            sum += quantities[i];
        }
        List<Allocation> made = ledger.promise(promises);
        insert("update need_line set promised = promised + ?1 where id = ?2", sum, line);
        return new Promised(need, line, made.stream().map(Allocation::getCode).toList(), lots);
    }

    /** More goods are promised to the same line. */
    Promised more(House house, Promised before, long quantity) {
        return house.as(Role.DISTRIBUTOR, () -> QuarkusTransaction.requiringNew()
                .call(() -> promise(house, before.need(), before.needLine(), quantity)));
    }

    /** What the page of a need does when somebody takes a promise back there. */
    void takeBackOnNeed(House house, String allocation) {
        house.as(Role.DISTRIBUTOR, () -> QuarkusTransaction.requiringNew().call(() -> {
            Allocation found = database.createQuery("from Allocation a where a.code = :code", Allocation.class)
                    .setParameter("code", allocation)
                    .getSingleResult();
            ledger.release(List.of(found))
                    .forEach(back -> insert(
                            "update need_line set promised = promised - ?1 where id = ?2",
                            back.getQuantity(),
                            back.getPurpose()));
            return null;
        }));
    }

    private void insert(String sql, Object... values) {
        var statement = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setParameter(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    /** What the line of the need counts: promised, sent, arrived. */
    List<Long> counts(Promised goods) {
        return QuarkusTransaction.requiringNew().call(() -> {
            NeedLine line = database.find(NeedLine.class, goods.needLine());
            return List.of(line.getPromised(), line.getSent(), line.getArrived());
        });
    }

    /** What stands of the lot in the house: on hand and promised, over all places. */
    List<Long> standing(String lot) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Object[] row = (Object[]) database.createNativeQuery(
                            "select coalesce(sum(b.on_hand), 0), coalesce(sum(b.allocated), 0) from balance b"
                                    + " join lot l on l.id = b.lot_id where l.code = ?1")
                    .setParameter(1, lot)
                    .getSingleResult();
            return List.of(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
        });
    }

    /** How much of the lot has gone to the place in all, less what was reversed. */
    long gone(String lot, Long place) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select coalesce(sum(case when m.to_place_id = ?2 then m.quantity else -m.quantity end), 0)"
                                        + " from movement m join lot l on l.id = m.lot_id"
                                        + " where l.code = ?1 and (m.to_place_id = ?2 or m.from_place_id = ?2)")
                        .setParameter(1, lot)
                        .setParameter(2, place)
                        .getSingleResult())
                .longValue());
    }

    /** Where in the tables a text stands that should stand nowhere. */
    List<String> whereKept(String text) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<String> found = new ArrayList<>();
            for (String column : List.of("answer.location", "answer.body", "note.detail", "dispatch.confirmation_hash")) {
                String[] parts = column.split("\\.");
                Number hits = (Number) database.createNativeQuery(
                                "select count(*) from " + parts[0] + " where " + parts[1] + " like ?1")
                        .setParameter(1, "%" + text + "%")
                        .getSingleResult();
                if (hits.longValue() > 0) {
                    found.add(column);
                }
            }
            return found;
        });
    }
}
