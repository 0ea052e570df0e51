package org.kindtrail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kindtrail.need.ShelterNeeds.line;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.need.ShelterNeeds;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

/** A need of which everything has arrived closes by itself, and opens again when that was wrong. */
@HouseTest
class NeedsCloseThemselvesTest {
    private static final String CLOSED = "closed by itself: everything has arrived";
    private static final String OPENED = "opened again by itself";

    @Inject
    AnOrganisation organisations;

    @Inject
    ShelterNeeds given;

    AnOrganisation.House house;
    String need;

    @BeforeEach
    void open() {
        house = organisations.open();
        given.jumpers(house, "L", 20, 3);
        given.stock(house, house.shelfA, "blankets", null, null, org.kindtrail.catalogue.Grade.GOOD, 20, 3);
        need = given.need(house, line("warm-jumpers-man", 4, "L"), line("blankets", 2));
    }

    private String post(Role role, String path, Object body) {
        return InJson.found(house.program(role).body(body).post("/api/v1/" + path).then().extract(), "code");
    }

    private String departed(Map<String, Object> which) {
        Map<String, Object> asked = new HashMap<>(which);
        asked.put("need", need);
        house.program(Role.DISTRIBUTOR).body(asked).post("/api/v1/allocations").then().statusCode(201);
        String dispatch = post(Role.DISTRIBUTOR, "dispatches", Map.of("need", need));
        house.program(Role.DISTRIBUTOR).post("/api/v1/dispatches/" + dispatch + "/load").then().statusCode(200);
        house.program(Role.DISTRIBUTOR).body(Map.of()).post("/api/v1/dispatches/" + dispatch + "/depart").then().statusCode(200);
        return dispatch;
    }

    private String arrived(String dispatch) {
        return post(Role.DISTRIBUTOR, "deliveries", Map.of("dispatch", dispatch, "allArrived", true));
    }

    private String counted(String dispatch, int... received) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < received.length; i++) {
            lines.add(Map.of("line", i + 1, "received", received[i]));
        }
        return post(Role.DISTRIBUTOR, "deliveries", Map.of("dispatch", dispatch, "lines", lines));
    }

    private void reversed(String delivery) {
        house.program(Role.COORDINATOR)
                .body(Map.of("why", "miscounted"))
                .post("/api/v1/deliveries/" + delivery + "/reverse")
                .then()
                .statusCode(200);
    }

    private String state() {
        return house.program(Role.DISTRIBUTOR).get("/api/v1/needs/" + need).as(InJson.class, InJson.READ).get("state");
    }

    private String page() {
        return house.browser(Role.DISTRIBUTOR).open("/needs/" + need).text();
    }

    @Test
    void itClosesWithTheLastDeliveryAndNotBefore() {
        arrived(departed(Map.of("line", 1, "quantity", 4)));
        assertThat(state()).isEqualTo("open");
        assertThat(page()).doesNotContain(CLOSED);
        arrived(departed(Map.of()));
        assertThat(state()).isEqualTo("closed");
        assertThat(page()).containsOnlyOnce(CLOSED);
    }

    @Test
    void whatDidNotArriveKeepsItOpen() {
        counted(departed(Map.of()), 4, 1);
        assertThat(state()).isEqualTo("open");
        arrived(departed(Map.of()));
        assertThat(state()).isEqualTo("closed");
    }

    @Test
    void aDeliveryThatIsTakenBackOpensItAgainAndTheRightCountDecides() {
        String dispatch = departed(Map.of());
        String wrong = arrived(dispatch);
        assertThat(state()).isEqualTo("closed");
        reversed(wrong);
        assertThat(state()).isEqualTo("open");
        assertThat(page()).contains(OPENED);
        counted(dispatch, 4, 1);
        assertThat(state()).isEqualTo("open");
    }

    @Test
    void whatSomebodyClosedStaysClosed() {
        String delivery = counted(departed(Map.of()), 4, 1);
        house.program(Role.DISTRIBUTOR).post("/api/v1/needs/" + need + "/close").then().statusCode(200);
        reversed(delivery);
        assertThat(state()).isEqualTo("closed");
        assertThat(page()).doesNotContain(CLOSED, OPENED);
    }

    @Test
    void whatSomebodyOpenedAgainStaysOpen() {
        String delivery = arrived(departed(Map.of()));
        house.program(Role.DISTRIBUTOR).post("/api/v1/needs/" + need + "/reopen").then().statusCode(200);
        assertThat(state()).isEqualTo("open");
        house.program(Role.DISTRIBUTOR).post("/api/v1/needs/" + need + "/close").then().statusCode(200);
        reversed(delivery);
        assertThat(state()).isEqualTo("closed");
    }

    @Test
    void moreThanWasSentClosesItOnceTheRestIsTakenBack() {
        need = given.need(house, line("warm-jumpers-man", 4, "L"));
        String dispatch = departed(Map.of("line", 1, "quantity", 3));
        String rest = InJson.found(house.program(Role.DISTRIBUTOR).body(Map.of("need", need)).post("/api/v1/allocations").then()
                .statusCode(201)
                .extract(), "allocations[0].code");
        counted(dispatch, 4);
        assertThat(state()).isEqualTo("open");
        house.program(Role.DISTRIBUTOR).post("/api/v1/allocations/" + rest + "/release").then().statusCode(200);
        assertThat(state()).isEqualTo("closed");
        assertThat(page()).containsOnlyOnce(CLOSED);
    }

    @Test
    void whoAsksForNoMoreThanArrivedClosesIt() {
        counted(departed(Map.of()), 4, 1);
        int version = house.program(Role.DISTRIBUTOR).get("/api/v1/needs/" + need).as(InJson.class, InJson.READ).get("version");
        house.program(Role.DISTRIBUTOR)
                .body(Map.of("version", version, "forWhom", "11 adult men", "lines", List.of(Map.of("line", 2, "quantity", 1))))
                .put("/api/v1/needs/" + need)
                .then()
                .statusCode(200);
        assertThat(state()).isEqualTo("closed");
    }
}
