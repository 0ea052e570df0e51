package org.kindtrail.programme;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.programme.AProgramme.named;
import static org.kindtrail.programme.AProgramme.of;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class ProgrammeResourceTest {
    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;
    AProgramme programmes;

    @BeforeEach
    void open() {
        house = organisations.open();
        programmes = new AProgramme(house);
    }

    private Map<String, Object> whole() {
        return named(
                "Warm winter",
                "partners", List.of(
                        of("name", "Red Crescent", "role", "implementer"),
                        of("name", "Ourselves", "role", "partner", "organisation", house.code)),
                "budget", List.of(of("name", "Clothes", "amount", "250000.00"), of("name", "Fuel", "amount", "1000")),
                "targets", List.of(
                        of("kind", "items_distributed", "category", "tops", "number", 500, "by", "2026-12-31"),
                        of("kind", "people_helped", "number", 80)));
    }

    private ValidatableResponse change(String code, int version, Map<String, Object> command) {
        return house.program(Role.COORDINATOR)
                .body(of("version", version, "programme", command))
                .put("/api/v1/programmes/" + code)
                .then();
    }

    @Test
    void aCoordinatorOpensOneAndEachRoleReadsWhatItMay() {
        String code = InJson.found(programmes.post("programmes", whole()).statusCode(201).extract(), "code");
        programmes.get("programmes/" + code)
                .statusCode(200)
                .body(tells("partners.organisation", contains(nullValue(), equalTo(house.code))))
                .body(tells("budget.lines.line", contains(1, 2)))
                .body(tells("budget.amount", equalTo("251000.00")))
                .body(tells("budget.left", equalTo("251000.00")))
                .body(tells("targets.by", contains("2026-12-31", "2027-03-31")))
                .body(tells("targets[0].categoryName", equalTo("Tops")))
                .body(tells("open", equalTo(true)));
        house.program(Role.VOLUNTEER).get("/api/v1/programmes/" + code).then().statusCode(200).body(tells("budget", nullValue()));
        house.program(Role.VOLUNTEER).get("/api/v1/programmes?open=true").then().body(tells("rows.code", contains(code)));
        programmes.post(Role.DISTRIBUTOR, "programmes", whole()).statusCode(403);
        programmes.post(Role.DISTRIBUTOR, "programmes/" + code + "/close", of("freesGoods", true)).statusCode(403);
        organisations.open().program(Role.COORDINATOR).get("/api/v1/programmes/" + code).then().statusCode(404);
    }

    @Test
    void changingItKeepsTheNumbersOfItsLinesAndGivesNoneTwice() {
        String code = InJson.found(programmes.post("programmes", whole()).statusCode(201).extract(), "code");
        Map<String, Object> changed = whole();
        changed.put("budget", List.of(of("name", "Medicine", "amount", "5"), of("line", 2, "name", "Coal", "amount", "2000")));
        changed.remove("partners");
        int version = InJson.found(change(code, 0, changed)
                .statusCode(200)
                .body(tells("budget.lines.name", contains("Medicine", "Coal")))
                .body(tells("budget.lines.line", contains(3, 2)))
                .body(tells("partners", hasSize(0)))
                .extract(), "version");
        programmes.get("programmes/" + code).body(tells("budget.lines.line", contains(3, 2))).body(tells("version", equalTo(version)));
        change(code, 0, changed).statusCode(409);
        changed.put("budget", List.of(of("line", 1, "name", "Clothes", "amount", "5")));
        change(code, version, changed)
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/programme/budget/0/line")));
        programmes.get("programmes/" + code).body(tells("budget.lines.line", contains(3, 2))).body(tells("version", equalTo(version)));
    }

    @Test
    void itIsClosedAndOpenedAgain() {
        String code = programmes.open("Warm winter");
        programmes.post("programmes/" + code + "/close", of()).statusCode(422).body(tells("errors[0].pointer", equalTo("/freesGoods")));
        programmes.post("programmes/" + code + "/close", of("freesGoods", true)).statusCode(200).body(tells("freesGoods", equalTo(true)));
        programmes.post("programmes/" + code + "/close", of("freesGoods", true)).statusCode(409);
        programmes.post("programmes/" + code + "/reopen", of()).statusCode(200).body(tells("open", equalTo(true))).body(tells("freesGoods", equalTo(false)));
        programmes.post("programmes/" + code + "/reopen", of()).statusCode(409).body(tells("detail", containsString("Warm winter")));
    }

    @Test
    void saysOfEachFieldWhatDoesNotFit() {
        refused(named("x", "name", ""), "/name");
        refused(named("x", "name", "n".repeat(161)), "/name");
        refused(named("x", "about", "n".repeat(10_000)), "/about");
        refused(named("x", "startsOn", "1999-12-31"), "/startsOn");
        refused(named("x", "endsOn", "2026-10-31"), "/endsOn");
        refused(named("x", "endsOn", "2036-11-02"), "/endsOn");
        refused(named("x", "currency", "XYZ"), "/currency");
        for (String amount : List.of("-1", "1.555", "1e12", "9223372036854775808", "٣", "{config:x}")) {
            refused(named("x", "budget", List.of(of("name", "a", "amount", amount))), "/budget/0/amount");
        }
        for (Object number : List.of(0, -1, 1_000_000_000_000L)) {
            refused(named("x", "targets", List.of(of("kind", "needs_met", "number", number))), "/targets/0/number");
        }
        refused(named("x", "targets", List.of(of("kind", "needs_met", "number", 1, "category", "tops"))), "/targets/0/category");
        for (String category : List.of("?", "money", "unsorted")) {
            refused(named("x", "targets", List.of(of("kind", "items_distributed", "number", 1, "category", category))), "/targets/0/category");
        }
        refused(named("x", "targets", List.of(of("kind", "needs_met", "number", 1, "by", "2028-01-01"))), "/targets/0/by");
        refused(named("x", "partners", List.of(of("name", "a", "role", "partner", "organisation", "H-0000-0001"))), "/partners/0/organisation");
        refused(named("x", "partners", new ArrayList<>(Collections.nCopies(31, of("name", "a", "role", "partner")))), "/partners");
        refused(named("x", "budget", new ArrayList<>(Collections.nCopies(51, of("name", "a", "amount", "1")))), "/budget");
        refused(named("x", "budget", List.of(of("line", 1, "name", "a", "amount", "1"))), "/budget/0/line");
        programmes.post("programmes", named("x", "targets", List.of(of("kind", "needs_met", "number", "1.5")))).statusCode(400);
        programmes.get("programmes").body(tells("rows", hasSize(0)));
    }

    private void refused(Map<String, Object> command, String pointer) {
        programmes.post("programmes", command).statusCode(422).body(tells("errors.pointer", contains(pointer)));
    }
}
