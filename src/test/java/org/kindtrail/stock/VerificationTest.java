package org.kindtrail.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.place.Place;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

/**
 * It looks at the whole ledger again and again, so it comes first, while that is small. Damage is done by bare SQL, found, told, and mended; every test
 * leaves the ledger whole for those that follow.
 */
@HouseTest
@Order(1)
class VerificationTest {
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

    private AnOrganisation.House house;
    private Lot lot;

    @BeforeEach
    void tenPiecesOnAShelfThreeOfThemPromised() {
        house = organisations.open();
        lot = house.as(Role.DISTRIBUTOR, () -> QuarkusTransaction.requiringNew().call(() -> {
            Place shelf = place(house.shelfA);
            Lot made = ledger.receive(
                            4_000_000_000_001L,
                            shelf,
                            histories.entry(Reason.RECEIVED, codes.next(CodeKind.DONATION)),
                            List.of(histories.bag(10)))
                    .get(0);
            database.flush();
            ledger.promise(List.of(new Promise(1L, codes.next(CodeKind.NEED), made, shelf, 3)));
            return made;
        }));
    }

    @AfterEach
    void isWholeAgain() throws SQLException {
        try (Connection connection = connections.getConnection()) {
            Verification.rebuild(connection);
        }
        assertThat(verified().differences()).isZero();
    }

    private Place place(String code) {
        return database.createQuery("from Place p where p.code = ?1", Place.class)
                .setParameter(1, code)
                .getSingleResult();
    }

    private Verification.Result verified() {
        try (Connection connection = connections.getConnection()) {
            return Verification.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void damage(String sql) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private String here() {
        return " where lot_id = " + lot.getId();
    }

    @Test
    void findsABalanceThatIsNotWhatTheMovementsSay() throws SQLException {
        damage("update balance set on_hand = 9" + here());
        assertThat(verified().first())
                .containsExactly(new Verification.Difference(
                        Verification.Kind.BALANCE, lot.getCode(), house.shelfA, 10, 9, 3, 3));
    }

    @Test
    void findsABalanceThatIsMissing() throws SQLException {
        damage("delete from balance" + here());
        assertThat(verified().first())
                .containsExactly(new Verification.Difference(
                        Verification.Kind.BALANCE, lot.getCode(), house.shelfA, 10, 0, 3, 0));
    }

    @Test
    void findsABalanceWithoutMovements() throws SQLException {
        damage("insert into balance (lot_id, place_id, item_id, on_hand, allocated) select lot_id,"
                + " (select id from place where code = '" + house.shelfB + "'), item_id, 4, 0 from balance"
                + here());
        assertThat(verified().first())
                .containsExactly(new Verification.Difference(
                        Verification.Kind.BALANCE, lot.getCode(), house.shelfB, 0, 4, 0, 0));
    }

    @Test
    void findsWhatIsPromisedByTheBalanceAlone() throws SQLException {
        damage("update balance set allocated = 5" + here());
        assertThat(verified().first())
                .containsExactly(new Verification.Difference(
                        Verification.Kind.BALANCE, lot.getCode(), house.shelfA, 10, 10, 3, 5));
    }

    @Test
    void findsABalanceFiledUnderAnotherItem() throws SQLException {
        damage("update balance set item_id = (select max(id) from item)" + here());
        assertThat(verified().first()).extracting(Verification.Difference::kind).containsExactly(Verification.Kind.FILED);
    }

    @Test
    void findsAMovementThatWasSlippedIn() throws SQLException {
        String slipped = "insert into movement (id, organisation_id, lot_id, from_place_id, to_place_id, quantity, reason,"
                + " document, occurred_at, recorded_at, item_id) select -" + lot.getId() + ", organisation_id, lot_id, %s, %s, 2,"
                + " reason, 'D-0000-0000', occurred_at, recorded_at, item_id from movement" + here();
        damage(slipped.formatted("1", "to_place_id"));
        assertThat(verified().first())
                .containsExactly(
                        new Verification.Difference(
                                Verification.Kind.BALANCE, lot.getCode(), house.shelfA, 12, 10, 3, 3),
                        new Verification.Difference(Verification.Kind.ENTRY, lot.getCode(), null, 12, 10, 0, 0));
        // What nobody can do is take it out again; the disguise of a reversal makes it whole for the tests that follow.
        damage("insert into movement (id, organisation_id, lot_id, from_place_id, to_place_id, quantity, reason, document,"
                + " why, occurred_at, recorded_at, reverses, item_id) select -" + lot.getId() + " - 1000000000, organisation_id,"
                + " lot_id, to_place_id, from_place_id, quantity, 'REVERSED', document, 'test', occurred_at, recorded_at, id, item_id"
                + " from movement where id = -" + lot.getId());
        assertThat(verified().first())
                .extracting(Verification.Difference::kind)
                .containsExactly(Verification.Kind.ENTRY);
        mendTheEntry();
    }

    /** Only a test may: it switches the guard off for a moment. */
    private void mendTheEntry() throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            boolean postgresql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            statement.execute(
                    postgresql ? "alter table movement disable trigger movement_stays" : "drop trigger movement_stays");
            statement.execute("delete from movement where id = -" + lot.getId() + " - 1000000000");
            statement.execute("delete from movement where id = -" + lot.getId());
            statement.execute(
                    postgresql
                            ? "alter table movement enable trigger movement_stays"
                            : "create trigger movement_stays before update, delete on movement for each row call"
                                    + " 'org.kindtrail.database.RefuseChange'");
        }
    }

    @Test
    void writesTheBalancesAnewFromTheLedger() throws SQLException {
        damage("update balance set on_hand = 4, allocated = 0" + here());
        Verification.Result before = verified();
        assertThat(before.differences()).isEqualTo(1);
        try (Connection connection = connections.getConnection()) {
            assertThat(Verification.rebuild(connection)).isEqualTo(2);
            assertThat(Verification.rebuild(connection)).isZero();
            assertThat(connection.getAutoCommit()).isTrue();
        }
        Object[] balance = QuarkusTransaction.requiringNew().call(() -> (Object[]) database.createQuery(
                        "select b.onHand, b.allocated from Balance b where b.lotId = ?1")
                .setParameter(1, lot.getId())
                .getSingleResult());
        assertThat(balance).containsExactly(10L, 3L);
    }

    /** One statement sees one moment: what others are just doing never looks like a difference. */
    @Test
    void findsNothingAndMendsTheRightThingsWhileOthersWrite() throws Exception {
        GeneratedHistory.World world = histories.begin(organisations.open());
        AtomicInteger looked = new AtomicInteger();
        List<Verification.Result> broken = java.util.Collections.synchronizedList(new ArrayList<>());
        GeneratedHistory.together(thread -> {
            Random random = new Random(thread);
            for (int i = 0; i < 20; i++) {
                if (thread == 0) {
                    Verification.Result found = verified();
                    looked.incrementAndGet();
                    if (found.differences() != 0) {
                        broken.add(found);
                    }
                } else if (thread == 1 && i % 5 == 0) {
                    try (Connection connection = connections.getConnection()) {
                        assertThat(Verification.rebuild(connection)).isZero();
                    }
                } else {
                    histories.anythingRandom(world, random);
                }
            }
        });
        assertThat(looked.get()).isEqualTo(20);
        assertThat(broken).isEmpty();
    }

    @Test
    void administratorReadsTheLineAndWhatDiffers() throws SQLException {
        house.program(Role.ADMINISTRATOR)
                .get("/api/v1/ledger/verification")
                .then()
                .statusCode(200)
                .body(tells("differences", equalTo(0)))
                .body(tells("first", hasSize(0)));
        Browser browser = house.browser(Role.ADMINISTRATOR).open("/administration/ledger");
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.heading()).isEqualTo("Is the ledger whole?");
        assertThat(browser.text()).containsPattern("\\d+ movements, \\d+ balances, 0 differences");
        damage("update balance set on_hand = 9" + here());
        String told = lot.getCode() + " at " + house.shelfA
                + ": the movements say 10 on hand and 3 promised, the balance says 9 and 3.";
        house.program(Role.ADMINISTRATOR)
                .get("/api/v1/ledger/verification")
                .then()
                .body(tells("differences", equalTo(1)))
                .body(tells("first[0]", equalTo(told)));
        assertThat(browser.open("/administration/ledger").text())
                .contains("1 differences", told)
                .doesNotContain("School hall")
                .doesNotContain(house.name.substring(6));
    }

    @Test
    void nobodyElseMayLook() {
        for (Role role : List.of(Role.VOLUNTEER, Role.DISTRIBUTOR, Role.COORDINATOR)) {
            house.program(role).get("/api/v1/ledger/verification").then().statusCode(403);
            assertThat(house.browser(role).open("/administration/ledger").status()).isEqualTo(403);
        }
        io.restassured.RestAssured.given().get("/api/v1/ledger/verification").then().statusCode(401);
    }

    @Test
    void tellsTwentyDifferencesAndCountsAll() throws SQLException {
        house.as(Role.VOLUNTEER, () -> QuarkusTransaction.requiringNew().call(() -> ledger.receive(
                4_000_000_000_002L,
                place(house.shelfB),
                histories.entry(Reason.RECEIVED, codes.next(CodeKind.DONATION)),
                java.util.stream.IntStream.range(0, 25).mapToObj(i -> histories.bag(5)).toList())));
        damage("update balance set on_hand = 6 where place_id = (select id from place where code = '" + house.shelfB + "')");
        Verification.Result found = verified();
        assertThat(found.differences()).isEqualTo(25);
        assertThat(found.first()).hasSize(20);
    }

    @Test
    void doesNotRebuildWhatWouldBreakARule() throws SQLException {
        damage("update allocation set quantity = 30" + here());
        assertThat(verified().differences()).isEqualTo(1);
        try (Connection connection = connections.getConnection()) {
            assertThatThrownBy(() -> Verification.rebuild(connection)).isInstanceOf(SQLException.class);
        }
        assertThat(verified().balances()).isPositive();
        damage("update allocation set quantity = 3" + here());
    }
}
