package org.kindtrail.trace;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.HouseClock;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Conversion;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Lots;
import org.kindtrail.stock.Making;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Transfer;
import org.kindtrail.testing.AnOrganisation;

/** Makes goods change their shape in histories, and money go its ways; beside {@link Histories}, in the same manner. */
@ApplicationScoped
class Shapes {
    private final EntityManager database;
    private final Ledger ledger;
    private final Codes codes;
    private final Catalogue catalogue;
    private final Lots lots;
    private final HouseClock clock;
    private final AtomicLong ids = new AtomicLong(2_000_000_000_000L);

    Shapes(EntityManager database, Ledger ledger, Codes codes, Catalogue catalogue, Lots lots, HouseClock clock) {
        this.database = database;
        this.ledger = ledger;
        this.codes = codes;
        this.catalogue = catalogue;
        this.lots = lots;
        this.clock = clock;
    }

    /** Some of a lot; of a sale also the price, of a consumed lot how much it counts or null. */
    record Some(Lot lot, long quantity, Long price) {
        static Some of(Lot lot, long quantity) {
            return new Some(lot, quantity, null);
        }
    }

    record Made(String document, List<Lot> lots) {
        Lot lot() {
            return lots.get(0);
        }
    }

    private <T> T as(AnOrganisation.House house, Instant at, Supplier<T> work) {
        return clock.at(at, () -> house.as(Role.COORDINATOR, () -> QuarkusTransaction.requiringNew().call(work::get)));
    }

    private void insert(String table, Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                row.put((String) pairs[i], pairs[i + 1]);
            }
        }
        var query = database.createNativeQuery("insert into " + table + " (" + String.join(", ", row.keySet())
                + ") values (" + String.join(", ", Collections.nCopies(row.size(), "?")) + ")");
        int i = 1;
        for (Object value : row.values()) {
            query.setParameter(i++, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
        query.executeUpdate();
    }

    private Place place(String code) {
        return database.createQuery("from Place p where p.code = :code", Place.class).setParameter("code", code).getSingleResult();
    }

    /** A place of its own; its code. */
    String site(AnOrganisation.House house, String name) {
        return as(house, Instant.now(), () -> {
            Place site = Place.site(house.id, codes.next(CodeKind.PLACE), name);
            database.persist(site);
            return site.getCode();
        });
    }

    /** A drive that sells at the site. */
    Histories.Drive sale(AnOrganisation.House house, String title, String site) {
        return as(house, Instant.now(), () -> {
            Long id = ids.incrementAndGet();
            String code = codes.next(CodeKind.DRIVE);
            insert("drive", "id", id, "organisation_id", house.id, "code", code, "kind", "SALE", "title", title, "about", "",
                    "starts_on", LocalDate.of(2026, 1, 1), "ends_on", LocalDate.of(2027, 12, 31), "site_id",
                    place(site).getId(), "version", 0);
            return new Histories.Drive(id, code);
        });
    }

    /** A fund; the code of its place. */
    String fund(AnOrganisation.House house, String purpose) {
        return as(house, Instant.now(), () -> {
            Place place = Place.fund(house.id, codes.next(CodeKind.PLACE), "CANARY-fund");
            database.persist(place);
            database.flush();
            insert("fund", "id", ids.incrementAndGet(), "organisation_id", house.id, "code", codes.next(CodeKind.FUND), "name",
                    "CANARY-fund", "purpose", purpose, "place_id", place.getId(), "opened_at", Instant.now(), "version", 0);
            return place.getCode();
        });
    }

    /** Money is given. */
    Histories.Gift money(AnOrganisation.House house, Histories.Drive drive, String fund, Instant at, String currency, long minor) {
        return as(house, at, () -> {
            Long id = ids.incrementAndGet();
            String code = codes.next(CodeKind.DONATION);
            String key = codes.next(CodeKind.TRACKING);
            insert("donation", "id", id, "organisation_id", house.id, "code", code, "tracking_turn", 1, "tracking_made_at", at,
                    "drive_id", drive.id(), "place_id", place(house.site).getId(), "tracking_hash", Code.hash(key), "received_at",
                    at, "recorded_at", at, "recorded_by", house.person(Role.VOLUNTEER));
            return new Histories.Gift(id, code, key, ledger.receive(
                    id, place(fund), new Entry(Reason.RECEIVED, code, at), List.of(NewLot.money(codes, catalogue.money(currency), minor))));
        });
    }

    /** The only lot of a donation as it came in. */
    Lot lotOf(AnOrganisation.House house, String donation) {
        return as(house, Instant.now(), () -> database.createQuery(
                        "from Lot l join fetch l.item where l.origin = (select d.id from Donation d where d.code = :code)", Lot.class)
                .setParameter("code", donation)
                .getSingleResult());
    }

    /** Somebody gave these; anonymous before. */
    void givenBy(AnOrganisation.House house, Histories.Gift... gifts) {
        as(house, Instant.now(), () -> {
            Long donor = ids.incrementAndGet();
            insert("donor", "id", donor, "organisation_id", house.id, "code", codes.next(CodeKind.DONOR), "known_as",
                    "CANARY-donor", "created_at", Instant.now(), "version", 0);
            for (Histories.Gift gift : gifts) {
                database.createNativeQuery("update donation set donor_id = ?1 where id = ?2")
                        .setParameter(1, donor)
                        .setParameter(2, gift.id())
                        .executeUpdate();
            }
            return null;
        });
    }

    void carry(AnOrganisation.House house, Instant at, String from, String to, Some... goods) {
        as(house, at, () -> {
            Entry entry = new Entry(Reason.PUT_AWAY, codes.next(CodeKind.MOVE), at);
            ledger.move(List.of(goods).stream()
                    .map(some -> new Transfer(some.lot(), place(from), place(to), some.quantity(), entry))
                    .toList());
            return null;
        });
    }

    /** Each for its price, on one receipt; the money lies in the fund. */
    Made sell(AnOrganisation.House house, Histories.Drive sale, String site, String fund, Instant at, String currency, List<Some> lines) {
        return as(house, at, () -> {
            String document = receipt(house, sale, at, currency, lines.stream().mapToLong(Some::price).sum(), "PIECES");
            Entry entry = new Entry(Reason.SOLD, document, at);
            return made(document, lines.stream()
                    .map(line -> new Making(
                            ConversionKind.SALE,
                            place(site),
                            entry,
                            List.of(new Making.Input(line.lot(), place(site), line.quantity())),
                            List.of(new Making.Output(
                                    NewLot.money(codes, catalogue.money(currency), line.price()), place(fund)))))
                    .toList());
        });
    }

    /** All of it for one sum. */
    Made sellTogether(AnOrganisation.House house, Histories.Drive sale, String site, String fund, Instant at, String currency, long minor, List<Some> goods) {
        return as(house, at, () -> {
            String document = receipt(house, sale, at, currency, minor, "TABLE");
            return made(document, List.of(new Making(
                    ConversionKind.SALE,
                    place(site),
                    new Entry(Reason.SOLD, document, at),
                    inputs(goods, site),
                    List.of(new Making.Output(NewLot.money(codes, catalogue.money(currency), minor), place(fund))))));
        });
    }

    private String receipt(AnOrganisation.House house, Histories.Drive sale, Instant at, String currency, long total, String kind) {
        String document = codes.next(CodeKind.SALE);
        insert("sale", "id", ids.incrementAndGet(), "organisation_id", house.id, "code", document, "drive_id", sale.id(), "kind",
                kind, "currency", currency, "total", total, "pieces", 1, "occurred_at", at, "recorded_at", at);
        return document;
    }

    private List<Making.Input> inputs(List<Some> goods, String from) {
        return goods.stream()
                .map(some -> new Making.Input(some.lot(), place(from), some.quantity(), some.price()))
                .toList();
    }

    /** Things of the item are bought with money of the fund, and lie at the house's site. */
    Made buy(AnOrganisation.House house, String fund, Instant at, List<Some> money, String item, long quantity) {
        return change(house, ConversionKind.PURCHASE, CodeKind.PURCHASE, Reason.BOUGHT, at, fund, house.site, money, Map.of(item, quantity));
    }

    Made exchange(AnOrganisation.House house, String fund, Instant at, List<Some> money, String currency, long minor) {
        return change(house, ConversionKind.EXCHANGE, CodeKind.EXCHANGE, Reason.EXCHANGED, at, fund, fund, money, Map.of(currency, minor));
    }

    /** Anything becomes anything; what is in capitals is money. */
    Made change(
            AnOrganisation.House house,
            ConversionKind kind,
            CodeKind code,
            Reason reason,
            Instant at,
            String from,
            String to,
            List<Some> goods,
            Map<String, Long> into) {
        return as(house, at, () -> {
            String document = codes.next(code);
            List<Making.Output> outputs = new ArrayList<>();
            into.forEach((item, quantity) -> outputs.add(new Making.Output(
                    item.equals(item.toUpperCase(java.util.Locale.ROOT))
                            ? NewLot.money(codes, catalogue.money(item), quantity)
                            : new NewLot(codes.next(CodeKind.BAG), item(item), null, null, Grade.GOOD, quantity),
                    place(to))));
            return made(document, List.of(new Making(
                    kind, place(from), new Entry(reason, document, at), inputs(goods, from), outputs)));
        });
    }

    private Item item(String code) {
        return database.createQuery("from Item i where i.code = :code and i.organisationId is null", Item.class)
                .setParameter("code", code)
                .getSingleResult();
    }

    private Made made(String document, List<Making> makings) {
        List<Conversion> conversions = ledger.convert(makings);
        return new Made(document, lots.madeBy(conversions));
    }

    /** The takings are counted, and are more than the receipts. */
    Lot over(AnOrganisation.House house, Histories.Drive sale, String fund, Instant at, String currency, long minor) {
        return as(house, at, () -> {
            String document = codes.next(CodeKind.TAKINGS);
            insert("takings", "id", ids.incrementAndGet(), "organisation_id", house.id, "code", document, "drive_id", sale.id(),
                    "currency", currency, "expected", 0L, "counted", minor, "receipts", 0L, "why", "tips", "occurred_at", at,
                    "recorded_at", at);
            return ledger.find(
                            place(fund),
                            new Entry(Reason.COUNTED, document, at),
                            List.of(NewLot.money(codes, catalogue.money(currency), minor)))
                    .get(0);
        });
    }

    /** Money leaves the fund for a recipient, or for somebody who is not told when there is none. */
    String payOut(AnOrganisation.House house, String fund, Histories.Recipient to, Instant at, Lot money, long minor) {
        return as(house, at, () -> {
            String document = codes.next(CodeKind.PAY_OUT);
            Object fundId = database.createNativeQuery("select u.id from fund u join place p on p.id = u.place_id where p.code = ?1", Long.class)
                    .setParameter(1, fund)
                    .getSingleResult();
            insert("pay_out", "id", ids.incrementAndGet(), "organisation_id", house.id, "code", document, "fund_id", fundId,
                    "currency", money.getItem().getUnit(), "amount", minor, "recipient_id", to == null ? null : to.id(), "payee",
                    to == null ? "CANARY-payee" : null, "for_what", "CANARY-for", "occurred_at", at, "recorded_at", at,
                    "recorded_by", house.person(Role.COORDINATOR));
            ledger.move(List.of(new Transfer(
                    money, place(fund), ledger.boundary(Place.PAID_OUT), minor, new Entry(Reason.PAID_OUT, document, at))));
            return document;
        });
    }

    String passOn(AnOrganisation.House house, String from, Instant at, boolean told, Some... goods) {
        return as(house, at, () -> {
            String document = codes.next(CodeKind.PASS_ON);
            insert("pass_on", "id", ids.incrementAndGet(), "organisation_id", house.id, "code", document, "from_place_id",
                    place(from).getId(), "partner", "Second Hands", "partner_public", told, "occurred_at", at, "recorded_at", at);
            ledger.move(List.of(goods).stream()
                    .map(some -> new Transfer(
                            some.lot(), place(from), ledger.boundary(Place.PASSED_ON), some.quantity(),
                            new Entry(Reason.PASSED_ON, document, at)))
                    .toList());
            return document;
        });
    }
}
