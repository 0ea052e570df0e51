package org.kindtrail.matching;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.need.ShelterNeeds;
import org.kindtrail.place.Places;
import org.kindtrail.programme.Programmes;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.testing.AnOrganisation.House;
import org.kindtrail.testing.InJson;

/** Needs that differ in what matching looks at, and stock that differs in what keeps it from them. */
@ApplicationScoped
public class ScarceStock {
    private final EntityManager database;
    private final ShelterNeeds given;
    private final Codes codes;
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Places places;
    private final Programmes programmes;

    ScarceStock(
            EntityManager database,
            ShelterNeeds given,
            Codes codes,
            Ledger ledger,
            Catalogue catalogue,
            Places places,
            Programmes programmes) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.places = places;
        this.programmes = programmes;
        this.database = database;
        this.given = given;
        this.codes = codes;
    }

    private void write(String sql, Object... facts) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = database.createNativeQuery(sql);
            for (int i = 0; i < facts.length; i++) {
                query.setParameter(i + 1, facts[i]);
            }
            query.executeUpdate();
        });
    }

    /** A need for warm jumpers for men in L. */
    String need(House house, long quantity) {
        return given.need(house, ShelterNeeds.line("warm-jumpers-man", quantity, "L"));
    }

    String urgent(House house, long quantity) {
        return InJson.found(house.program(Role.DISTRIBUTOR)
                .body(Map.of(
                        "recipient", given.shelter(house),
                        "forWhom", "11 adult men",
                        "urgency", "urgent",
                        "lines", List.of(ShelterNeeds.line("warm-jumpers-man", quantity, "L"))))
                .post("/api/v1/needs")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    /** A need for warm jumpers for men in L, for which the other item will do. */
    String needOr(House house, long quantity, String substitute) {
        Map<String, Object> line = ShelterNeeds.line("warm-jumpers-man", quantity, "L");
        line.put("substitutes", List.of(substitute));
        return given.need(house, line);
    }

    void wantedBy(String need, LocalDate day) {
        write("update need set wanted_by = ?2 where code = ?1", need, day);
    }

    /** A programme that keeps what is bought for it; gives its code. */
    String programme(House house) {
        String code = codes.next(CodeKind.PROGRAMME);
        long id = QuarkusTransaction.requiringNew().call(() -> ((Number) database
                        .createNativeQuery("select coalesce(max(id), 0) + 1000 from programme")
                        .getSingleResult())
                .longValue());
        write(
                "insert into programme (id, organisation_id, code, name, funder, about, starts_on, ends_on, currency, frees_goods, version)"
                        + " values (?1, ?2, ?3, 'Winter', 'A fund', 'Warm things', ?4, ?5, 'USD', false, 0)",
                id,
                house.id,
                code,
                LocalDate.now().minusDays(10),
                LocalDate.now().plusDays(300));
        return code;
    }

    void charge(String need, String programme) {
        write("update need set programme_id = (select id from programme where code = ?2) where code = ?1", need, programme);
    }

    void made(String plan, OffsetDateTime when) {
        write("update plan set made_at = ?2 where code = ?1", plan, when);
    }

    /** Jumpers for men in L on shelf A, that came in so many days ago. */
    String jumpers(House house, long quantity, int daysAgo) {
        return given.jumpers(house, "L", quantity, daysAgo);
    }

    String stock(House house, String item, String size, Grade grade, long quantity) {
        return given.stock(house, house.shelfB, item, size, null, grade, quantity, 3);
    }

    /** New goods on shelf B, of use until the day (null: always), kept for the programme (null: for none). */
    String lot(House house, String item, String size, long quantity, LocalDate until, String programme) {
        return house.as(Role.DISTRIBUTOR, () -> QuarkusTransaction.requiringNew().call(() -> {
            String code = codes.next(CodeKind.BAG);
            NewLot lot = new NewLot(code, catalogue.active("item", item), size, null, Grade.GOOD, quantity)
                    .until(until)
                    .keptFor(programme == null ? null : programmes.get(programme).getId());
            ledger.receive(
                    1L,
                    places.get(house.shelfB),
                    new Entry(Reason.RECEIVED, codes.next(CodeKind.DONATION), Instant.now().minusSeconds(60)),
                    List.of(lot));
            return code;
        }));
    }
}
