package org.kindtrail.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.need.ShelterNeeds;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class PortalResourceTest extends APartner {
    @Test
    void aPartnerAsksFollowsConfirmsAndThanks() {
        needs.jumpers(house, "L", 20, 3);
        String need = posted(11);
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs/" + need).then().statusCode(200).body(tells("recipient", equalTo(shelter))).body(tells("urgency", equalTo("urgent")));
        String dispatch = sent(need);
        String seen = partner().get("/api/v1/portal/dispatches/" + dispatch).then()
                .statusCode(200)
                .body(tells("state", equalTo("departed")))
                .body(tells("need", equalTo(need)))
                .body(tells("lines[0].quantity", equalTo(11)))
                .body(tells("lines[0].size", equalTo("L")))
                .extract()
                .asString();
        assertThat(seen).doesNotContain("Secret van", "Bolat", "Shelf", "School", ALIAS, "\"B-");
        partner().get("/api/v1/portal/needs/" + need).then().body(tells("lines[0].onTheWay", equalTo(11))).body(tells("lines[0].missing", equalTo(0)));
        String path = "/api/v1/portal/dispatches/" + dispatch;
        partner().body(Map.of("words", "Too early")).post(path + "/thanks").then().statusCode(409);
        partner().body(Map.of("lines", List.of(Map.of("line", 7, "received", 1)))).post(path + "/confirm").then().statusCode(422);
        partner().body(Map.of("lines", List.of(Map.of("line", 1, "received", -1)))).post(path + "/confirm").then().statusCode(422);
        partner().body(Map.of("lines", List.of(Map.of("line", 1, "received", 10, "damaged", 1)))).post(path + "/confirm").then()
                .statusCode(200)
                .body(tells("state", equalTo("delivered")))
                .body(tells("lines[0].received", equalTo(10)))
                .body(tells("lines[0].damaged", equalTo(1)));
        partner().body(Map.of("allArrived", true)).post(path + "/confirm").then().statusCode(409);
        String delivery = house.program(Role.DISTRIBUTOR).get("/api/v1/deliveries").as(InJson.class, InJson.READ).getString("rows[0].code");
        house.program(Role.DISTRIBUTOR).get("/api/v1/deliveries/" + delivery).then().body(tells("byRecipient", equalTo(true))).body(tells("byKey", equalTo(false)));
        partner().body(Map.of("words", "Everybody is warm")).post(path + "/thanks").then().statusCode(200);
        partner().body(Map.of("words", "And again")).post(path + "/thanks").then().statusCode(409).body(tells("detail", containsString("wait to be read")));
        house.program(Role.COORDINATOR).get("/api/v1/thanks?state=waiting").then().body(tells("rows.words", hasItem("Everybody is warm")));
        partner().get("/api/v1/portal/needs/" + need).then().body(tells("lines[0].arrived", equalTo(9))).body(tells("lines[0].missing", equalTo(2)));
        assertThat(house.browser(Role.DISTRIBUTOR).open("/needs/" + need).page().text()).contains("posted by the recipient");
    }

    @Test
    void whatIsOfAnotherRecipientOrAnotherOrganisationDoesNotExist() {
        needs.jumpers(house, "L", 50, 3);
        String theirs = house.program(Role.DISTRIBUTOR)
                .body(Map.of("recipient", other, "forWhom", "3 women in hiding", "lines", List.of(ShelterNeeds.line("warm-jumpers-man", 3, "L"))))
                .post("/api/v1/needs")
                .as(InJson.class, InJson.READ).get("code");
        String sent = sent(theirs);
        var elsewhere = organisations.open();
        String far = needs.need(elsewhere, ShelterNeeds.line("warm-jumpers-man", 3, "L"));
        for (String need : List.of(theirs, far, "N-0000-0000", "nonsense")) {
            partner().get("/api/v1/portal/needs/" + need).then().statusCode(404);
            partner().post("/api/v1/portal/needs/" + need + "/withdraw").then().statusCode(404);
        }
        partner().get("/api/v1/portal/dispatches/" + sent).then().statusCode(404);
        partner().body(Map.of("allArrived", true)).post("/api/v1/portal/dispatches/" + sent + "/confirm").then().statusCode(404);
        partner().body(Map.of("words", "Thank you")).post("/api/v1/portal/dispatches/" + sent + "/thanks").then().statusCode(404);
        String mine = posted(1);
        partner().get("/api/v1/portal/needs").then().body(tells("rows.code", contains(mine))).body(tells("next", nullValue()));
        partner().get("/api/v1/portal/dispatches").then().body(tells("rows", hasSize(0)));
        house.program(Role.DISTRIBUTOR).get("/api/v1/dispatches/" + sent).then().body(tells("state", equalTo("departed")));
        partner().post("/api/v1/portal/needs/" + mine + "/withdraw").then().statusCode(200).body(tells("state", equalTo("withdrawn")));
        partner().post("/api/v1/portal/needs/" + mine + "/withdraw").then().statusCode(409);
        partner().get("/api/v1/portal/needs?state=open").then().body(tells("rows", hasSize(0)));
    }

    @Test
    void aNeedIsPostedForOneselfAndForNobodyElse() {
        Map<String, Object> body = new HashMap<>(Map.of(
                "forWhom", "2 people <b>{w:x}</b>",
                "lines", List.of(Map.of("category", "tops", "quantity", 2))));
        body.put("recipient", other);
        partner().body(body).post("/api/v1/portal/needs").then().statusCode(400).body(tells("errors[0].pointer", equalTo("/recipient")));
        partner().get("/api/v1/portal/needs").then().body(tells("rows", hasSize(0)));
        body.remove("recipient");
        String mine = InJson.found(partner().body(body).post("/api/v1/portal/needs").then().statusCode(201).extract(), "code");
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs/" + mine).then().body(tells("recipient", equalTo(shelter)));
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs?recipient=" + other).then().body(tells("rows", hasSize(0)));
        for (Object quantity : List.of(0, -1, 1_000_000_000_000L, "1.5", "\u0663")) {
            partner().body(Map.of("forWhom", "11 adult men", "lines", List.of(Map.of("item", "warm-jumpers-man", "quantity", quantity))))
                    .post("/api/v1/portal/needs")
                    .then()
                    .statusCode(org.hamcrest.Matchers.oneOf(400, 422));
        }
        partner().body(Map.of("forWhom", "x".repeat(10_000), "lines", List.of())).post("/api/v1/portal/needs").then().statusCode(422);
        partner().body(Map.of("forWhom", "men", "wantedBy", "1999-12-31", "lines", List.of(Map.of("category", "tops", "quantity", 1))))
                .post("/api/v1/portal/needs")
                .then()
                .statusCode(422);
        partner().body(Map.of("forWhom", "men", "lines", List.of(Map.of("item", "warm-jumpers-man", "quantity", 1, "sizes", List.of("44")))))
                .post("/api/v1/portal/needs")
                .then()
                .statusCode(422)
                .body(tells("errors.pointer", hasItem("/lines/0/sizes")));
    }

    @Test
    void whatCouldBeHadIsItemsSizesAndHowManyAreFree() throws Exception {
        String lot = needs.jumpers(house, "L", 7, 3);
        needs.jumpers(house, "XL", 2, 3);
        needs.stock(house, house.shelfB, "warm-jumpers-man", "L", null, Grade.UNFIT, 5, 3);
        String need = needs.need(house, ShelterNeeds.line("warm-jumpers-man", 3, "L"));
        house.program(Role.DISTRIBUTOR).body(Map.of("need", need)).post("/api/v1/allocations").then().statusCode(201);
        partner().get("/api/v1/portal/stock");
        var reading = RoundTrips.during(() -> assertThat(partner().get("/api/v1/portal/stock").then()
                        .statusCode(200)
                        .body(tells("rows", hasSize(1)))
                        .body(tells("rows[0].item", equalTo("warm-jumpers-man")))
                        .body(tells("rows[0].free", equalTo(6)))
                        .body(tells("rows[0].sizes.size", contains("L", "XL")))
                        .body(tells("rows[0].sizes.free", contains(4, 2)))
                        .extract()
                        .asString())
                .doesNotContain(lot, "Shelf", "School", house.site, house.shelfA));
        assertThat(reading.statements()).as(String.join("\n", reading.sql())).isLessThan(8);
        partner().get("/api/v1/portal/stock?q=boots").then().body(tells("rows", hasSize(0)));
        partner().get("/api/v1/portal/stock?after=nonsense").then().statusCode(400);
    }

    @Test
    void theTokenOfAPartnerOpensThePortalAlone() {
        for (String path : List.of("/needs", "/recipients", "/recipients/" + shelter, "/balances", "/people/me", "/organisations/mine", "/referrals")) {
            partner().get("/api/v1" + path).then().statusCode(403);
        }
        for (Role role : List.of(Role.VOLUNTEER, Role.DISTRIBUTOR, Role.COORDINATOR, Role.ADMINISTRATOR)) {
            house.program(role).get("/api/v1/portal/needs").then().statusCode(403);
            house.program(role).get("/api/v1/portal/stock").then().statusCode(403);
        }
        house.program(Role.COORDINATOR).post("/api/v1/recipients/" + shelter + "/partners/" + name + "/end").then()
                .statusCode(200)
                .body(tells("active", equalTo(false)));
        partner().get("/api/v1/portal/needs").then().statusCode(401);
        house.program(Role.COORDINATOR).post("/api/v1/recipients/" + shelter + "/partners/" + name + "/end").then().statusCode(409);
    }

    @Test
    void coordinatorsAloneLetSomebodyInAndOnlyOnThePageOfTheRecipient() {
        String path = "/api/v1/recipients/" + shelter + "/partners";
        house.program(Role.DISTRIBUTOR).get(path).then().statusCode(403);
        house.program(Role.COORDINATOR).get(path).then().body(tells("rows.name", contains(name))).body(tells("rows[0].byLink", equalTo(false)));
        house.program(Role.COORDINATOR).get("/api/v1/recipients/" + other + "/partners").then().body(tells("rows", hasSize(0)));
        house.program(Role.COORDINATOR).post("/api/v1/recipients/" + other + "/partners/" + name + "/end").then().statusCode(404);
        var elsewhere = organisations.open();
        elsewhere.program(Role.COORDINATOR).get(path).then().statusCode(404);
        elsewhere.program(Role.COORDINATOR).body(Map.of("displayName", "x")).post("/api/v1/recipients/" + shelter + "/partner-links").then().statusCode(404);
        Map<String, Object> again = Map.of("name", name, "displayName", "Another", "password", "another forty bags");
        house.program(Role.COORDINATOR).body(again).post(path).then().statusCode(422).body(tells("errors.pointer", contains("/name")));
        house.program(Role.COORDINATOR).get("/api/v1/people/" + name).then().statusCode(404);
        house.program(Role.COORDINATOR).get("/api/v1/people").then().body(tells("rows.name", not(hasItem(name))));
        Map<String, Object> mixed = Map.of(
                "name", "mixed." + house.code.toLowerCase(), "displayName", "M", "roles", List.of("volunteer", "partner"), "password", "another forty bags");
        house.program(Role.COORDINATOR).body(mixed).post("/api/v1/people").then().statusCode(422).body(tells("errors.pointer", contains("/roles")));
        for (Object days : List.of(0, -1, 366)) {
            house.program(Role.COORDINATOR).body(Map.of("displayName", "x", "days", days)).post("/api/v1/recipients/" + shelter + "/partner-links").then()
                    .statusCode(422)
                    .body(tells("errors.pointer", contains("/days")));
        }
        var first = house.program(Role.COORDINATOR).header("Idempotency-Key", "one").body(Map.of("displayName", "Night"))
                .post("/api/v1/recipients/" + shelter + "/partner-links").then().statusCode(201).body(tells("key", not(nullValue())));
        String kept = InJson.found(first.extract(), "key");
        house.program(Role.COORDINATOR).header("Idempotency-Key", "one").body(Map.of("displayName", "Night"))
                .post("/api/v1/recipients/" + shelter + "/partner-links").then().statusCode(201).body(tells("key", nullValue()));
        house.program(Role.COORDINATOR).get(path).then().body(tells("rows", hasSize(2)));
        Number found = io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().call(() -> (Number) database.createNativeQuery(
                        "select count(*) from answer where body like ?1")
                .setParameter(1, "%" + kept + "%")
                .getSingleResult());
        assertThat(found.longValue()).isZero();
        partner().contentType(ContentType.JSON).body("{").post("/api/v1/portal/needs").then().statusCode(400);
    }

    @Test
    void whoForgotThePasswordGetsANewOneFromACoordinatorOfTheirHouseAlone() {
        String path = "/api/v1/recipients/" + shelter + "/partners/" + name + "/password";
        Map<String, String> fresh = Map.of("password", "forty other bags");
        house.program(Role.DISTRIBUTOR).body(fresh).post(path).then().statusCode(403);
        organisations.open().program(Role.COORDINATOR).body(fresh).post(path).then().statusCode(404);
        house.program(Role.COORDINATOR).body(fresh).post(path.replace(shelter, other)).then().statusCode(404);
        house.program(Role.COORDINATOR).body(fresh).post("/api/v1/people/" + name + "/password").then().statusCode(404);
        String volunteer = path.replace(name, house.nameOf(Role.VOLUNTEER));
        house.program(Role.COORDINATOR).body(fresh).post(volunteer).then().statusCode(404);
        for (String wrong : List.of("", "short", name, "x".repeat(201))) {
            house.program(Role.COORDINATOR).body(Map.of("password", wrong)).post(path).then()
                    .statusCode(422)
                    .body(tells("errors.pointer", contains("/password")));
        }
        house.program(Role.COORDINATOR).contentType(ContentType.JSON).post(path).then().statusCode(400);
        partner().get("/api/v1/portal/needs").then().statusCode(200);
        String link = link(30).get("name");
        house.program(Role.COORDINATOR).body(fresh).post(path.replace(name, link)).then()
                .statusCode(409)
                .body(tells("detail", containsString("has no password")));
        String answer = house.program(Role.COORDINATOR).header("Idempotency-Key", "p1").body(fresh).post(path).then()
                .statusCode(200)
                .body(tells("name", equalTo(name)))
                .body(tells("active", equalTo(true)))
                .extract()
                .asString();
        house.program(Role.COORDINATOR).header("Idempotency-Key", "p1").body(fresh).post(path).then().statusCode(200);
        assertThat(answer).doesNotContain("forty other bags");
        partner().get("/api/v1/portal/needs").then().statusCode(401);
        house.program(Role.COORDINATOR).post("/api/v1/recipients/" + shelter + "/partners/" + name + "/end").then().statusCode(200);
        house.program(Role.COORDINATOR).body(fresh).post(path).then().statusCode(409);
    }

    @Test
    void theDatabaseKeepsThePartnerRoleAloneAndWithItsRecipient() {
        for (String change : List.of(
                "update person set roles = 'VOLUNTEER,PARTNER' where name = '" + name + "'",
                "update person set roles = 'VOLUNTEER' where name = '" + name + "'",
                "update person set recipient_id = null where name = '" + name + "'",
                "update person set roles = 'PARTNER' where name = '" + house.nameOf(Role.VOLUNTEER) + "'")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeQuery(change).executeUpdate()))
                    .as(change)
                    .hasStackTraceContaining("onstraint");
        }
    }
}
