package org.kindtrail.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.database.Vendor;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Refused;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.web.HouseSecret;

/** Rule 4 of the ledger: the same request sent twice acts once. And: a request that met a deadlock is tried again, clean. */
@HouseTest
class OnceTest {
    private static final int THREADS = 16;

    @Inject
    AnOrganisation organisations;

    @Inject
    Once once;

    @Inject
    History history;

    @Inject
    Codes codes;

    @Inject
    HouseSecret secret;

    @Inject
    EntityManager database;

    @Inject
    DataSource connections;

    @Inject
    Vendor vendor;

    private AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private Map<String, Object> drive(String title) {
        return new HashMap<>(Map.of(
                "kind", "collection",
                "title", title,
                "startsOn", "2026-11-01",
                "endsOn", "2026-12-20",
                "site", house.site));
    }

    private Response post(String key, Map<String, Object> body) {
        var request = house.program(Role.COORDINATOR);
        return (key == null ? request : request.header("Idempotency-Key", key)).body(body).post("/api/v1/drives");
    }

    private List<String> drives() {
        return InJson.found(house.program(Role.COORDINATOR).get("/api/v1/drives?limit=500").then().statusCode(200).extract(), "rows.code");
    }

    private static <T> List<T> together(int threads, IntFunction<Callable<T>> part) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<T>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Callable<T> work = part.apply(i);
                parts.add(pool.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : parts) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void sixteenTimesTheSameRequestAtOnceActsOnceAndAllGetTheSameAnswer() throws Exception {
        house.token(Role.COORDINATOR);
        for (int round = 0; round < 3; round++) {
            String key = UUID.randomUUID().toString();
            Map<String, Object> body = drive("Round " + round);
            List<String> answers = together(THREADS, i -> () -> {
                Response answer = post(key, body);
                return answer.statusCode() + " " + answer.header("Location") + " " + answer.asString();
            });
            assertThat(answers).allMatch(answer -> answer.startsWith("201 ")).containsOnly(answers.get(0));
            assertThat(drives()).hasSize(round + 1);
        }
    }

    @Test
    void sixteenRequestsOfOneKeyWithDifferentContentActOnce() throws Exception {
        house.token(Role.COORDINATOR);
        String key = UUID.randomUUID().toString();
        List<Integer> answers = together(THREADS, i -> () -> post(key, drive("Drive " + i)).statusCode());
        assertThat(answers).containsOnly(201, 422).containsOnlyOnce(201);
        assertThat(drives()).hasSize(1);
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> wrong = drive("Coats");
        wrong.put("endsOn", "2026-10-01");
        assertThat(post(key, wrong).statusCode()).isEqualTo(422);
        assertThat(post(key, drive("Coats")).statusCode()).isEqualTo(201);
        assertThat(drives()).hasSize(1);
    }

    @Test
    void theKeyOfOnePersonIsNotAnothers() {
        String key = UUID.randomUUID().toString();
        assertThat(post(key, drive("Coats")).statusCode()).isEqualTo(201);
        house = organisations.open();
        assertThat(post(key, drive("Coats")).statusCode()).isEqualTo(201);
        assertThat(drives()).hasSize(1);
    }

    /** Rule 7, when chance draws a code again: with a key the database says so at the answer, without one at the commit. */
    @Test
    void aCodeThatWasDrawnBeforeIsDrawnAnew() {
        try {
            for (String key : new String[] {null, UUID.randomUUID().toString()}) {
                codes.drawFrom(new Random(7));
                assertThat(post(key, drive("Drawn")).statusCode()).isEqualTo(201);
            }
            codes.drawFrom(new Random(7));
            assertThat(post(null, drive("Drawn")).statusCode()).isEqualTo(201);
        } finally {
            codes.drawAtRandom();
        }
        assertThat(drives()).hasSize(3).doesNotHaveDuplicates();
        assertThat(drives()).allSatisfy(code -> assertThat(house.as(Role.COORDINATOR, () -> history.of(code)))
                .hasSize(1));
    }

    @Test
    void anotherTryStartsWithNothingHalfDone() {
        AtomicInteger tries = new AtomicInteger();
        List<Organisation> seen = new ArrayList<>();
        int status = house.as(Role.COORDINATOR, () -> once.answer(UUID.randomUUID().toString(), "", () -> {
                    Organisation mine = database.find(Organisation.class, house.id);
                    assertThat(mine.getName()).isEqualTo(house.name);
                    assertThat(seen).noneMatch(earlier -> earlier == mine);
                    seen.add(mine);
                    mine.describe("Changed " + tries.incrementAndGet(), "KZ", "Asia/Almaty", null);
                    history.note(house.code, "organisation_described", "try " + tries.get(), null);
                    database.flush();
                    if (tries.get() < 3) {
                        throw new PersistenceException(new SQLException("made up", "40001"));
                    }
                    return Reply.done(Map.of("tries", tries.get()));
                }))
                .getStatus();
        assertThat(status).isEqualTo(200);
        assertThat(tries.get()).isEqualTo(3);
        assertThat(house.as(Role.COORDINATOR, () -> history.of(house.code)))
                .extracting(History.Entry::detail)
                .containsExactly("try 3");
    }

    @Test
    void whatFailsForAnotherReasonIsNotTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> house.as(Role.COORDINATOR, () -> once.answer(null, "", () -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("broken");
                })))
                .hasStackTraceContaining("broken");
        assertThat(tries.get()).isEqualTo(1);
    }

    @Test
    void whatThereMayBeOnceOnlyIsAConflictAndNoFaultOfOurs() {
        for (String key : new String[] {null, UUID.randomUUID().toString()}) {
            AtomicInteger tries = new AtomicInteger();
            assertThatThrownBy(() -> house.as(Role.COORDINATOR, () -> once.answer(key, "", () -> {
                        tries.incrementAndGet();
                        throw new PersistenceException(new SQLException("made up", "23505"));
                    })))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo("error_taken"));
            assertThat(tries.get()).isEqualTo(4);
        }
    }

    @Test
    void aStolenDatabaseDoesNotTellWhatWasSentByTryingAllThereIs() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> sent = drive("7015556677");
        assertThat(post(key, sent).statusCode()).isEqualTo(201);
        String digest = QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select digest from answer where request_key = ?1", String.class)
                .setParameter(1, key)
                .getSingleResult());
        String read = "/api/v1/drives\n{\"kind\":\"collection\",\"title\":\"7015556677\",\"about\":null,\"startsOn\":\"2026-11-01\","
                + "\"endsOn\":\"2026-12-20\",\"site\":\"" + house.site + "\"}";
        assertThat(digest).isEqualTo(secret.digest("answer", read)).isNotEqualTo(Code.hash(read));
    }

    @Test
    void insideAnotherTransactionItDoesNotEvenBegin() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> house.as(Role.COORDINATOR, () -> QuarkusTransaction.requiringNew()
                        .call(() -> once.answer(null, "", () -> {
                            tries.incrementAndGet();
                            return Reply.done("");
                        }))))
                .isInstanceOf(QuarkusTransactionException.class);
        assertThat(tries.get()).isZero();
    }

    /** A real deadlock, on the database of this round: one of the two is thrown out, tries again, and both are done. */
    @Test
    void ofTwoInADeadlockBothAreAnsweredAndEachActsOnce() throws Exception {
        String[] rows = {post(null, drive("One")).as(InJson.class, InJson.READ).get("code"), post(null, drive("Two")).as(InJson.class, InJson.READ).get("code")};
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger tries = new AtomicInteger();
        List<Integer> answers = together(2, me -> () -> {
            AtomicInteger mine = new AtomicInteger();
            return house.as(Role.COORDINATOR, () -> once.answer("deadlock-" + me, "", () -> {
                        tries.incrementAndGet();
                        mark(rows[me]);
                        if (mine.incrementAndGet() == 1) {
                            meet(bothHoldOne);
                        }
                        mark(rows[1 - me]);
                        return Reply.done("done");
                    }))
                    .getStatus();
        });
        assertThat(answers).containsExactly(200, 200);
        assertThat(tries.get()).isGreaterThan(2);
        for (String row : rows) {
            house.program(Role.COORDINATOR).get("/api/v1/drives/" + row).then().body(tells("about", org.hamcrest.Matchers.equalTo("xx")));
        }
    }

    private void mark(String drive) {
        database.createNativeQuery("update drive set about = about || 'x' where code = ?1")
                .setParameter(1, drive)
                .executeUpdate();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** By these states the house tells contention from defects ({@code Once}, {@code web.Problems}). */
    @Test
    void theDatabasesNameALockThatIsNotToBeHadByTheStatesThatWeKnow() throws Exception {
        String row = post(null, drive("One")).as(InJson.class, InJson.READ).get("code");
        String update = "update drive set about = 'y' where code = '" + row + "'";
        try (Connection first = connections.getConnection();
                Connection second = connections.getConnection();
                Statement holds = first.createStatement();
                Statement waits = second.createStatement()) {
            first.setAutoCommit(false);
            holds.executeUpdate(update);
            waits.execute(vendor == Vendor.H2 ? "set lock_timeout 50" : "set lock_timeout = 50");
            try {
                assertThatThrownBy(() -> waits.executeUpdate(update))
                        .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                                .isEqualTo(vendor == Vendor.H2 ? "HYT00" : "55P03"));
            } finally {
                first.rollback();
                first.setAutoCommit(true);
                waits.execute(vendor == Vendor.H2 ? "set lock_timeout 10000" : "set lock_timeout = 0");
            }
        }
    }
}
