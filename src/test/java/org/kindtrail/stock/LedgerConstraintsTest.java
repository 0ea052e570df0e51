package org.kindtrail.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.database.Vendor;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.place.Place;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;

/** What the database refuses by itself, whoever asks: here somebody with the service's own user and bare SQL. */
@HouseTest
class LedgerConstraintsTest {
    private static final String UNIQUE = "23505";
    private static final String CHECK = "23514|23513";
    private static final String FOREIGN_KEY = "23503|23506";

    @Inject
    AnOrganisation organisations;

    @Inject
    GeneratedHistory histories;

    @Inject
    Ledger ledger;

    @Inject
    EntityManager database;

    @Inject
    DataSource connections;

    @Inject
    Codes codes;

    @Inject
    Vendor vendor;

    private AnOrganisation.House house;
    private Lot lot;
    private Place shelf;
    private long entry;

    @BeforeEach
    void sevenPiecesOnAShelf() {
        house = organisations.open();
        house.as(Role.VOLUNTEER, () -> {
            QuarkusTransaction.requiringNew().run(() -> {
                shelf = database.createQuery("from Place p where p.code = ?1", Place.class)
                        .setParameter(1, house.shelfA)
                        .getSingleResult();
                lot = ledger.receive(
                                1L,
                                shelf,
                                histories.entry(Reason.RECEIVED, codes.next(CodeKind.DONATION)),
                                List.of(histories.bag(7)))
                        .get(0);
            });
            return null;
        });
        entry = QuarkusTransaction.requiringNew().call(() -> database.createQuery(
                        "select m.id from Movement m where m.lot = ?1", Long.class)
                .setParameter(1, lot)
                .getSingleResult());
    }

    private int sql(String sql) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private ThrowingCallable trying(String sql) {
        return () -> sql(sql);
    }

    private void refuses(String states, String sql) {
        assertThatThrownBy(trying(sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, refused -> assertThat(refused.getSQLState()).matches(states));
    }

    private String movement(long lotId, long from, long to, long quantity, String reason, String why, String reverses) {
        return "insert into movement (id, organisation_id, lot_id, from_place_id, to_place_id, quantity, reason, document,"
                + " why, occurred_at, recorded_at, reverses, item_id) values (" + -ThreadLocalRandom.current().nextLong(1, 1L << 60)
                + ", " + house.id + ", " + lotId + ", " + from + ", " + to + ", " + quantity + ", '" + reason
                + "', 'D-0000-0000', " + why + ", current_timestamp, current_timestamp, " + reverses + ", coalesce((select item_id from lot where id = " + lotId + "), 0))";
    }

    private String reversal(long quantity, long from, long to, long lotId) {
        return movement(lotId, from, to, quantity, "REVERSED", "'because'", String.valueOf(entry));
    }

    @Test
    void aMovementStaysAsItIs() throws SQLException {
        sql("insert into note (id, organisation_id, subject, happened, at) values (-" + lot.getId() + ", " + house.id
                + ", 'V-0000-0000', 'drive_opened', current_timestamp)");
        String stays = "(?s).*only ever added to.*";
        for (String table : List.of("movement", "lot")) {
            assertThatThrownBy(trying("update " + table + " set quantity = quantity + 1")).hasMessageMatching(stays);
            assertThatThrownBy(trying("update " + table + " set recorded_at = recorded_at where id = "
                            + (table.equals("lot") ? lot.getId() : entry)))
                    .hasMessageMatching(stays);
            assertThatThrownBy(trying("delete from " + table)).hasMessageMatching(stays);
        }
        assertThatThrownBy(trying("update note set why = 'other'")).hasMessageMatching(stays);
    }

    @Test
    void anOpeningStaysAsItIs() throws SQLException {
        sql("insert into opening (id, organisation_id, subject, manner, why, by_person_id, at) values (-" + lot.getId() + ", "
                + house.id + ", 'R-0000-0000', 'SHOWN', 'to deliver', " + house.person(org.kindtrail.account.Role.DISTRIBUTOR)
                + ", current_timestamp)");
        assertThatThrownBy(trying("update opening set why = 'other'")).hasMessageMatching("(?s).*only ever added to.*");
        assertThatThrownBy(trying("delete from opening")).hasMessageMatching("(?s).*only ever added to.*");
        assertThatThrownBy(trying("truncate table opening")).isInstanceOf(SQLException.class);
    }

    @Test
    void theLedgerCannotBeEmptiedAtOnce() throws SQLException {
        for (String table : List.of("movement", "lot", "note")) {
            assertThatThrownBy(trying("truncate table " + table)).isInstanceOf(SQLException.class);
            if (vendor == Vendor.POSTGRESQL) {
                assertThatThrownBy(trying("truncate table " + table + " cascade"))
                        .hasMessageContaining("only ever added to");
            }
        }
        try (Connection connection = connections.getConnection()) {
            assertThat(Verification.of(connection).movements()).isPositive();
        }
    }

    /** Rule 1, as far as SQL can say it. */
    @Test
    void aMovementHasTwoSidesThatDifferAndAQuantityAboveNothing() {
        refuses(CHECK, movement(lot.getId(), shelf.getId(), shelf.getId(), 1, "PUT_AWAY", "null", "null"));
        refuses(CHECK, movement(lot.getId(), shelf.getId(), Place.LOST, 0, "PUT_AWAY", "null", "null"));
        refuses(CHECK, movement(lot.getId(), shelf.getId(), Place.LOST, -1, "PUT_AWAY", "null", "null"));
        refuses(FOREIGN_KEY, movement(lot.getId(), shelf.getId(), 999_999_999_999L, 1, "PUT_AWAY", "null", "null"));
        refuses(FOREIGN_KEY, movement(999_999_999_999L, shelf.getId(), Place.LOST, 1, "PUT_AWAY", "null", "null"));
    }

    /** Rule 2. */
    @Test
    void aBalanceIsNeverLessThanNothingNorThanWhatItHasPromised() {
        String where = " where lot_id = " + lot.getId();
        refuses(CHECK, "update balance set on_hand = on_hand - 8" + where);
        refuses(CHECK, "update balance set allocated = allocated + 8" + where);
        refuses(CHECK, "update balance set allocated = allocated - 1" + where);
    }

    @Test
    void boundariesKeepNoBalance() {
        refuses(
                FOREIGN_KEY,
                "insert into balance (lot_id, place_id, item_id, on_hand, allocated) values (" + lot.getId() + ", "
                        + Place.DELIVERED + ", " + lot.getItem().getId() + ", 1, 0)");
    }

    @Test
    void aReversalIsTheSameTheOtherWayRoundAndNothingElse() throws SQLException {
        long at = shelf.getId();
        Lot otherLot = house.as(Role.VOLUNTEER, () -> QuarkusTransaction.requiringNew().call(() -> ledger.receive(
                        1L, shelf, histories.entry(Reason.RECEIVED, "D-0000-0000"), List.of(histories.bag(7)))
                .get(0)));
        refuses(FOREIGN_KEY, reversal(6, at, Place.DONATED, lot.getId()));
        refuses(FOREIGN_KEY, reversal(7, at, Place.LOST, lot.getId()));
        refuses(FOREIGN_KEY, reversal(7, Place.DONATED, at, lot.getId()));
        refuses(FOREIGN_KEY, reversal(7, at, Place.DONATED, otherLot.getId()));
        String withoutReason =
                movement(lot.getId(), at, Place.DONATED, 7, "REVERSED", "null", String.valueOf(entry));
        refuses(CHECK, withoutReason);
        refuses(CHECK, movement(lot.getId(), at, Place.DONATED, 7, "PUT_AWAY", "'because'", String.valueOf(entry)));
        refuses(CHECK, movement(lot.getId(), at, Place.DONATED, 7, "REVERSED", "'because'", "null"));
    }

    @Test
    void aMovementIsReversedOnce() throws SQLException {
        house.as(Role.COORDINATOR, () -> {
            QuarkusTransaction.requiringNew().run(() -> ledger.reverse(
                    database.createQuery("select m.document from Movement m where m.id = ?1", String.class)
                            .setParameter(1, entry)
                            .getSingleResult(),
                    "wrong"));
            return null;
        });
        refuses(UNIQUE, reversal(7, shelf.getId(), Place.DONATED, lot.getId()));
    }

    /** Rule 7. */
    @Test
    void aCodeIsTakenOnce() {
        refuses(
                UNIQUE,
                "insert into lot (id, organisation_id, code, item_id, fits, grade, quantity, origin, received_at,"
                        + " recorded_at) select -id, organisation_id, code, item_id, fits, grade, quantity, origin,"
                        + " received_at, recorded_at from lot where id = " + lot.getId());
        refuses(
                UNIQUE,
                "insert into place (id, organisation_id, code, kind, name, parent_id, top_id, walk, active, version) select -id,"
                        + " organisation_id, code, kind, name, parent_id, top_id, walk, active, version from place where id = "
                        + shelf.getId());
    }
}
