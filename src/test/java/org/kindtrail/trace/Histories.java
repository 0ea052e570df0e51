package org.kindtrail.trace;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.HouseClock;
import org.kindtrail.place.Place;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.stock.Allocation;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Making;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Promise;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Transfer;
import org.kindtrail.testing.AnOrganisation;

/**
 * Makes histories that happened, and were written down, at moments of the test's choice: goods move through the ledger,
 * documents are written as they stand in the tables.
 */
@ApplicationScoped
class Histories {
    private final EntityManager database;
    private final Ledger ledger;
    private final Codes codes;
    private final HouseClock clock;

    Histories(EntityManager database, Ledger ledger, Codes codes, HouseClock clock) {
        this.database = database;
        this.ledger = ledger;
        this.codes = codes;
        this.clock = clock;
    }

    record Drive(Long id, String code) {}

    record Gift(Long id, String code, String key, List<Lot> lots) {}

    record Recipient(Long id, String code) {}

    record Sending(Long id, String code, Long consignment, Map<Lot, Long> goods, List<Long> allocations) {}

    private <T> T as(AnOrganisation.House house, Supplier<T> work) {
        return house.as(Role.COORDINATOR, () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private <T> T as(AnOrganisation.House house, Instant at, Supplier<T> work) {
        return clock.at(at, () -> as(house, work));
    }

    /** Far above what the sequences give out in a test. */
    private final AtomicLong ids = new AtomicLong(1_000_000_000_000L);

    private Long nextId() {
        return ids.incrementAndGet();
    }

    private void insert(String table, Map<String, Object> row) {
        List<String> marks = new ArrayList<>();
        for (int i = 1; i <= row.size(); i++) {
            marks.add("?" + i);
        }
        var query = database.createNativeQuery("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                + String.join(", ", marks) + ")");
        int i = 1;
        for (Object value : row.values()) {
            query.setParameter(i++, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
        query.executeUpdate();
    }

    /** Names and values in turns. */
    private static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                row.put((String) pairs[i], pairs[i + 1]);
            }
        }
        return row;
    }

    void sql(String sql, Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = database.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : parameters[i]);
            }
            query.executeUpdate();
        });
    }

    long number(String sql, Object parameter) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Object found = database.createNativeQuery(sql).setParameter(1, parameter).getSingleResult();
            return found == null ? 0L : ((Number) found).longValue();
        });
    }

    private Place place(String code) {
        return database.createQuery("from Place p where p.code = :code", Place.class).setParameter("code", code).getSingleResult();
    }

    private Item item(String code) {
        return database.createQuery("from Item i where i.code = :code and i.organisationId is null", Item.class)
                .setParameter("code", code)
                .getSingleResult();
    }

    private NewLot lot(String item, Grade grade, long quantity) {
        return new NewLot(codes.next(CodeKind.BAG), item(item), null, null, grade, quantity);
    }

    Drive drive(AnOrganisation.House house, String title, String about) {
        return as(house, () -> {
            Long id = nextId();
            String code = codes.next(CodeKind.DRIVE);
            insert("drive", row("id", id, "organisation_id", house.id, "code", code, "kind", "COLLECTION", "title", title,
                    "about", about, "starts_on", java.time.LocalDate.of(2026, 10, 1), "ends_on",
                    java.time.LocalDate.of(2027, 1, 31), "site_id", place(house.site).getId(), "version", 0));
            return new Drive(id, code);
        });
    }

    /** A donation of goods by item and quantity; {@code unsorted-bag} are bags. */
    Gift gift(AnOrganisation.House house, Drive drive, Instant at, Map<String, Long> goods) {
        return as(house, at, () -> {
            Long id = nextId();
            String code = codes.next(CodeKind.DONATION);
            String key = codes.next(CodeKind.TRACKING);
            Place site = place(house.site);
            insert("donation", row("id", id, "organisation_id", house.id, "code", code, "tracking_turn", 1, "tracking_made_at", at, "drive_id", drive.id(), "place_id",
                    site.getId(), "tracking_hash", Code.hash(key), "received_at", at, "recorded_at", at, "recorded_by",
                    house.person(Role.VOLUNTEER)));
            List<NewLot> lots = new ArrayList<>();
            goods.forEach((item, quantity) -> lots.add(
                    lot(item, item.equals(Item.UNSORTED_BAG) ? Grade.UNSORTED : Grade.GOOD, quantity)));
            return new Gift(id, code, key, ledger.receive(id, site, new Entry(Reason.RECEIVED, code, at), lots));
        });
    }

    /** One bag of the lot is sorted; the document's code comes back, and the lots that are fit for use. */
    record Sorted(String document, List<Lot> lots) {}

    Sorted sort(AnOrganisation.House house, Lot bag, Instant at, Map<String, Long> fit, Map<String, Long> unfit) {
        return as(house, at, () -> {
            String document = codes.next(CodeKind.SORTING);
            Place site = place(house.site);
            Place shelf = place(house.shelfA);
            List<Making.Output> outputs = new ArrayList<>();
            fit.forEach((item, quantity) -> outputs.add(new Making.Output(lot(item, Grade.GOOD, quantity), shelf)));
            unfit.forEach((item, quantity) -> outputs.add(
                    new Making.Output(lot(item, Grade.UNFIT, quantity), ledger.boundary(Place.LET_GO))));
            Long conversion = ledger.convert(Making.of(
                            ConversionKind.SORTING, bag, 1, site, new Entry(Reason.SORTED, document, at), outputs))
                    .getId();
            List<Lot> lots = database.createQuery(
                            "from Lot l join fetch l.item where l.conversionId = :conversion and l.grade = GOOD order by l.id", Lot.class)
                    .setParameter("conversion", conversion)
                    .getResultList();
            return new Sorted(document, lots);
        });
    }

    Recipient recipient(
            AnOrganisation.House house, RecipientKind kind, String region, Disclosure disclosure, String alias) {
        return as(house, () -> {
            Long id = nextId();
            String code = codes.next(CodeKind.RECIPIENT);
            insert("recipient", row("id", id, "organisation_id", house.id, "code", code, "alias", alias, "kind",
                    kind.name(), "country", "KZ", "region", region, "disclosure", disclosure.name(), "public_name",
                    disclosure == Disclosure.NAMED ? "School No 12" : null, "description",
                    disclosure == Disclosure.DESCRIBED ? "a family displaced by floods" : null, "active", true,
                    "created_at", Instant.now(), "version", 0));
            return new Recipient(id, code);
        });
    }

    /** Goods on the shelf or site are promised and staged for the recipient. */
    Sending stage(AnOrganisation.House house, Recipient recipient, String from, Map<Lot, Long> goods) {
        return as(house, () -> {
            Long need = nextId();
            String needCode = codes.next(CodeKind.NEED);
            insert("need", row("id", need, "organisation_id", house.id, "code", needCode, "recipient_id", recipient.id(),
                    "for_whom", "CANARY-for-whom eleven men", "state", "OPEN", "created_at", Instant.now(), "created_by",
                    house.person(Role.DISTRIBUTOR), "version", 0));
            Long needLine = nextId();
            insert("need_line", row("id", needLine, "need_id", need, "line", 1, "category", "tops", "sizes", "", "quantity",
                    100, "promised", 0, "sent", 0, "arrived", 0));
            Place place = place(from);
            List<Allocation> allocations = ledger.promise(goods.entrySet().stream()
                    .map(each -> new Promise(needLine, needCode, each.getKey(), place, each.getValue()))
                    .toList());
            database.flush();
            Long id = nextId();
            String code = codes.next(CodeKind.DISPATCH);
            Place consignment = Place.consignment(house.id, codes.next(CodeKind.PLACE), code);
            database.persist(consignment);
            database.flush();
            insert("dispatch", row("id", id, "organisation_id", house.id, "code", code, "need_id", need, "recipient_id",
                    recipient.id(), "state", "STAGED", "key_turn", 0, "vehicle", "CANARY-vehicle", "driver", "CANARY-driver",
                    "consignment_id", consignment.getId(), "staged_at", Instant.now(), "staged_by",
                    house.person(Role.DISTRIBUTOR), "version", 0));
            int line = 0;
            for (Allocation allocation : allocations) {
                insert("dispatch_line", row("id", nextId(), "line", ++line, "dispatch_id", id, "allocation_id",
                        allocation.getId(), "need_line_id", needLine, "lot_id", allocation.getLot().getId(), "place_id",
                        place.getId(), "quantity", allocation.getQuantity()));
            }
            return new Sending(id, code, consignment.getId(), goods, allocations.stream().map(Allocation::getId).toList());
        });
    }

    void depart(AnOrganisation.House house, Sending sending, Instant at) {
        as(house, at, () -> {
            List<Allocation> allocations = database.createQuery(
                            "from Allocation a where a.id in :ids order by a.id", Allocation.class)
                    .setParameter("ids", sending.allocations())
                    .getResultList();
            ledger.depart(
                    allocations,
                    database.find(Place.class, sending.consignment()),
                    new Entry(Reason.DEPARTED, sending.code(), at));
            database.flush();
            database.createNativeQuery("update dispatch set state = 'DEPARTED', departed_at = ?1 where id = ?2")
                    .setParameter(1, at.atOffset(ZoneOffset.UTC))
                    .setParameter(2, sending.id())
                    .executeUpdate();
            return null;
        });
    }

    /** All arrives but what is short (lost) or damaged (let go), by lot. */
    String arrive(AnOrganisation.House house, Sending sending, Instant at, Map<Lot, Long> damaged, Map<Lot, Long> missing) {
        return as(house, at, () -> {
            String code = codes.next(CodeKind.DELIVERY);
            Place consignment = database.find(Place.class, sending.consignment());
            List<Transfer> transfers = new ArrayList<>();
            sending.goods().forEach((lot, quantity) -> {
                long broken = damaged.getOrDefault(lot, 0L);
                long lost = missing.getOrDefault(lot, 0L);
                add(transfers, lot, consignment, Place.DELIVERED, quantity - broken - lost, new Entry(Reason.DELIVERED, code, at));
                add(transfers, lot, consignment, Place.LET_GO, broken, new Entry(Reason.DAMAGED, code, at));
                add(transfers, lot, consignment, Place.LOST, lost, new Entry(Reason.SHORT, code, at));
            });
            ledger.move(transfers);
            database.flush();
            insert("delivery", row("id", nextId(), "organisation_id", house.id, "code", code, "dispatch_id",
                    sending.id(), "standing_dispatch_id", sending.id(), "remark",
                    "CANARY-remark of delivery", "occurred_at", at, "recorded_at", at));
            database.createNativeQuery("update dispatch set state = 'DELIVERED', delivered_at = ?1 where id = ?2")
                    .setParameter(1, at.atOffset(ZoneOffset.UTC))
                    .setParameter(2, sending.id())
                    .executeUpdate();
            return code;
        });
    }

    private void add(List<Transfer> transfers, Lot lot, Place from, Long boundary, long quantity, Entry entry) {
        if (quantity > 0) {
            transfers.add(new Transfer(lot, from, ledger.boundary(boundary), quantity, entry));
        }
    }

    void thank(AnOrganisation.House house, Sending sending, Instant at, String state, String words) {
        as(house, at, () -> {
            insert("thanks", row("id", nextId(), "organisation_id", house.id, "code", codes.next(CodeKind.THANKS),
                    "dispatch_id", sending.id(), "words", words, "state", state, "given_at", at, "decided_at",
                    state.equals("WAITING") ? null : at, "version", 0));
            return null;
        });
    }

    void reverse(AnOrganisation.House house, String document, String why) {
        reverse(house, document, why, Instant.now());
    }

    void reverse(AnOrganisation.House house, String document, String why, Instant at) {
        as(house, at, () -> {
            ledger.reverse(document, why);
            return null;
        });
    }
}
