package org.kindtrail.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.TooManyAttempts;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;
import org.kindtrail.web.HouseSecret;

@HouseTest
class AttemptsTest {
    private static final int THREADS = 30;

    @Inject
    AnOrganisation organisations;

    @Inject
    Attempts attempts;

    @Inject
    Codes codes;

    @Inject
    javax.sql.DataSource source;

    @Inject
    EntityManager database;

    @Inject
    java.time.Clock clock;

    @Inject
    HouseSecret house;

    private String what;

    @BeforeEach
    void somethingNew() {
        what = UUID.randomUUID().toString();
        forget();
        organisations.open();
    }

    @AfterEach
    void forget() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
    }

    private boolean opens(String code, String from, boolean right) {
        return attempts.guarded(what, code, from, () -> right ? Optional.of(true) : Optional.empty()).isPresent();
    }

    private String key() {
        return codes.next(CodeKind.TRACKING);
    }

    /** Another code that begins like the first. */
    private String like(String code) {
        String plain = code.replace("-", "");
        for (int i = 0; ; i++) {
            String other = plain.substring(0, 4) + key().replace("-", "").substring(4, 15);
            for (char check : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
                Optional<String> read = Code.read(other + check);
                if (read.isPresent()) {
                    return read.get();
                }
            }
        }
    }

    private static <T> List<T> together(Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<T>> parts = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
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
    void fiveWrongOnesFromOnePlaceAndTheRightOneWaitsToo() {
        for (int i = 0; i < Attempts.FREE; i++) {
            assertThat(opens(key(), "10.1.1.1", false)).isFalse();
        }
        assertThatThrownBy(() -> opens(key(), "10.1.1.1", true))
                .isInstanceOfSatisfying(TooManyAttempts.class, wait -> assertThat(wait.seconds()).isBetween(1L, 3L));
        assertThat(opens(key(), "10.1.1.2", true)).isTrue();
    }

    @Test
    void aNetworkOfIpv6IsOnePlaceHoweverManyAddressesItHas() {
        for (int i = 0; i < Attempts.FREE; i++) {
            opens(key(), "2001:db8:1:2::" + i, false);
        }
        assertThatThrownBy(() -> opens(key(), "2001:db8:1:2:aaaa::1", true)).isInstanceOf(TooManyAttempts.class);
        assertThat(opens(key(), "2001:db8:1:3::1", true)).isTrue();
    }

    @Test
    void manyAddressesTogetherDoNotGuessTheRestOfOneCode() {
        String leaked = key();
        for (int i = 0; i < Attempts.FREE_TOGETHER; i++) {
            assertThat(opens(like(leaked), "10.2.0." + i, false)).isFalse();
        }
        assertThatThrownBy(() -> opens(leaked, "10.2.1.1", true))
                .isInstanceOfSatisfying(TooManyAttempts.class, wait -> assertThat(wait.seconds()).isBetween(1L, 21L));
        assertThat(opens(key(), "10.2.1.1", true)).as("a code that begins otherwise").isTrue();
    }

    @Test
    void whoOpenedACodeBeforeIsNotHeldUpByThoseWhoGuessAtItsBeginning() {
        String mine = key();
        assertThat(opens(mine, "10.3.1.1", true)).isTrue();
        for (int i = 0; i < Attempts.FREE_TOGETHER; i++) {
            opens(like(mine), "10.3.0." + i, false);
        }
        assertThat(opens(mine, "10.3.1.1", true)).isTrue();
        assertThatThrownBy(() -> opens(mine, "10.3.1.2", true)).isInstanceOf(TooManyAttempts.class);
        assertThatThrownBy(() -> opens(like(mine), "10.3.1.1", false)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void aRightOneInBetweenNeitherAddsNorWipesOut() {
        for (int i = 0; i < Attempts.FREE - 1; i++) {
            opens(key(), "10.4.1.1", false);
            assertThat(opens(key(), "10.4.1.1", true)).isTrue();
        }
        for (int i = 0; i < 20; i++) {
            assertThat(opens(key(), "10.4.1.1", true)).isTrue();
        }
        assertThat(opens(key(), "10.4.1.1", false)).isFalse();
        assertThatThrownBy(() -> opens(key(), "10.4.1.1", true)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void wrongOnesInTheSameInstantAreLookedUpOneAfterAnother() throws Exception {
        AtomicInteger looked = new AtomicInteger();
        List<Boolean> refused = together(() -> {
            try {
                attempts.guarded(what, key(), "10.5.1.1", () -> {
                    looked.incrementAndGet();
                    return Optional.empty();
                });
                return false;
            } catch (TooManyAttempts wait) {
                return true;
            }
        });
        assertThat(looked.get()).isEqualTo(Attempts.FREE);
        assertThat(refused.stream().filter(each -> each).count()).isEqualTo(THREADS - Attempts.FREE);
    }

    @Test
    void anotherNodeHasItsOwnLineButTheSameCounts() throws Exception {
        Attempts other = new Attempts(database, source, clock, house);
        AtomicInteger looked = new AtomicInteger();
        AtomicInteger turn = new AtomicInteger();
        together(() -> {
            try {
                Attempts node = turn.incrementAndGet() % 2 == 0 ? attempts : other;
                node.guarded(what, key(), "10.6.1.1", () -> {
                    looked.incrementAndGet();
                    return Optional.empty();
                });
                return true;
            } catch (TooManyAttempts wait) {
                return false;
            }
        });
        // only the very first of each may pass uncounted
        assertThat(looked.get()).isBetween(Attempts.FREE, Attempts.FREE + 1);
    }

    @Test
    void aRightOneWithoutWrongOnesBeforeCostsOneReadAndNoWrite() {
        RoundTrips.Count count = RoundTrips.during(() -> opens(key(), "10.7.1.1", true));
        assertThat(count.statements()).as(count.sql().toString()).isEqualTo(1);
        assertThat(count.sql()).allMatch(sql -> sql.startsWith("select"));
    }

    @Test
    void neitherAddressNorCodeStandsInTheDatabase() {
        opens(key(), "10.8.1.1", false);
        List<?> buckets = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select bucket from attempt", String.class).getResultList());
        assertThat(buckets).hasSize(2).allMatch(bucket -> ((String) bucket).matches("[0-9a-f]{64}"));
        // not even as a digest that could be made by trying all addresses
        assertThat(buckets).noneMatch(bucket -> bucket.equals(Code.hash(what + "|from|10.8.1.1")));
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    @Test
    void thirtyWrongKeysAtOnceOverHttpAreMostlyRefused() throws Exception {
        List<Integer> answers = together(() -> from("10.9.1.1").get("/api/v1/traces/" + key()).statusCode());
        assertThat(answers).containsOnly(404, 429);
        assertThat(answers.stream().filter(each -> each == 404).count()).isEqualTo(Attempts.FREE);
        Response refused = from("10.9.1.1").get("/api/v1/traces/" + key());
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.as(InJson.class, InJson.READ).get("detail").toString()).contains("Wait").containsPattern("second");
        assertThat(from("10.9.1.2").get("/api/v1/traces/" + key()).statusCode()).isEqualTo(404);
    }

    @Test
    void aMistypedKeyAsksNothingAndCostsNothing() {
        String wrong = key().replaceFirst(".$", "");
        wrong += key().endsWith("0") ? "1" : "0";
        while (Code.read(wrong).isPresent()) {
            wrong = wrong.substring(0, wrong.length() - 1) + "2";
        }
        String mistyped = wrong;
        from("10.10.1.1").get("/");
        for (String path : List.of("/api/v1/traces/", "/t/", "/api/v1/confirmations/K", "/k/K", "/d/")) {
            RoundTrips.Count count = RoundTrips.during(() -> {
                for (int i = 0; i < 10; i++) {
                    from("10.10.1.1").get(path + (path.endsWith("K") ? mistyped.substring(1) + "0" : mistyped)).then().statusCode(404);
                }
            });
            assertThat(count.sql()).as(path).isEmpty();
        }
    }

    @Test
    void wrongAddressesOfDrivesAreCountedByPlaceAlone() {
        for (int i = 0; i < Attempts.FREE; i++) {
            from("10.11.1.1").get("/d/" + codes.next(CodeKind.DRIVE)).then().statusCode(404);
        }
        from("10.11.1.1").get("/d/" + codes.next(CodeKind.DRIVE)).then().statusCode(429);
        String poster = codes.next(CodeKind.DRIVE);
        for (int i = 0; i < 2 * Attempts.FREE_TOGETHER; i++) {
            from("10.11.2." + i).get("/d/" + poster).then().statusCode(404);
        }
    }

    @Test
    void aStrangerHasOnlySoManyThingsDone() {
        useUp("10.12.1.1");
        Response refused = from("10.12.1.1").contentType("application/json").body("{}").post("/api/v1/confirmations/x");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3);
        from("10.12.1.2").contentType("application/json").body("{}").post("/api/v1/confirmations/x").then().statusCode(404);
    }

    /** On a slow machine some become free again meanwhile. */
    private void useUp(String address) {
        try {
            for (int i = 0; i < 2 * Attempts.FREE_REQUESTS; i++) {
                attempts.request(address);
            }
        } catch (TooManyAttempts usedUp) {
            return;
        }
    }

    @Test
    void nobodyGuessesAtOneNameFromManyAddresses() {
        String name = "nobody." + what;
        for (int i = 0; i < SignIn.FREE_PER_NAME; i++) {
            assertThat(signIn(name, "10.13.0." + i)).isEqualTo(422);
        }
        assertThat(signIn(name, "10.13.1.1")).isEqualTo(429);
        assertThat(signIn("another." + what, "10.13.1.1")).isEqualTo(422);
    }

    private int signIn(String name, String from) {
        Response page = from(from).get("/login");
        String key = org.jsoup.Jsoup.parse(page.asString()).select("input[name=_sign_in]").val();
        return from(from).cookies(page.cookies())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("_sign_in", key)
                .formParam("_name", name)
                .formParam("_password", "not the password")
                .post("/login")
                .statusCode();
    }
}
