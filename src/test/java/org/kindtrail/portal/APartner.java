package org.kindtrail.portal;

import static io.restassured.RestAssured.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.kindtrail.account.Role;
import org.kindtrail.account.SignIn;
import org.kindtrail.need.ShelterNeeds;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.InJson;

/** A house that serves two shelters, and somebody of the first who comes in. */
abstract class APartner {
    static final String ALIAS = "Shelter by the river";

    @Inject
    AnOrganisation organisations;

    @Inject
    ShelterNeeds needs;

    @Inject
    SignIn signIn;

    @Inject
    EntityManager database;

    AnOrganisation.House house;
    String shelter;
    String other;
    String name;
    private String token;

    @BeforeEach
    void twoShelters() {
        forgetGuesses();
        house = organisations.open();
        shelter = needs.shelter(house);
        other = needs.shelter(house);
        name = "head." + house.code.toLowerCase();
        house.program(Role.COORDINATOR)
                .body(Map.of("name", name, "displayName", "Head of the shelter", "password", AnOrganisation.PASSWORD))
                .post("/api/v1/recipients/" + shelter + "/partners")
                .then()
                .statusCode(201);
        token = signIn.token(id(name), "test");
    }

    @AfterEach
    void forgetGuesses() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
    }

    Long id(String person) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createQuery("select p.id from Person p where p.name = :name", Long.class)
                        .setParameter("name", person)
                        .getSingleResult());
    }

    RequestSpecification partner() {
        return given().header("Authorization", "Bearer " + token).contentType("application/json").accept("application/json");
    }

    Browser browser() {
        return Browser.stranger()
                .open("/login")
                .fill("Sign in")
                .set("_name", name)
                .set("_password", AnOrganisation.PASSWORD)
                .send();
    }

    String posted(long quantity) {
        return InJson.found(partner()
                .body(Map.of(
                        "forWhom", "11 adult men",
                        "urgency", "urgent",
                        "lines", List.of(Map.of("item", "warm-jumpers-man", "quantity", quantity, "sizes", List.of("L")))))
                .post("/api/v1/portal/needs")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    /** A dispatch of what was promised to the need, which has left. */
    String sent(String need) {
        RequestSpecification house = this.house.program(Role.DISTRIBUTOR);
        house.body(Map.of("need", need)).post("/api/v1/allocations").then().statusCode(201);
        String dispatch = this.house.program(Role.DISTRIBUTOR).body(Map.of("need", need)).post("/api/v1/dispatches").as(InJson.class, InJson.READ).get("code");
        this.house.program(Role.DISTRIBUTOR).post("/api/v1/dispatches/" + dispatch + "/load").then().statusCode(200);
        this.house.program(Role.DISTRIBUTOR)
                .body(Map.of("vehicle", "Secret van 417", "driver", "Bolat the driver"))
                .post("/api/v1/dispatches/" + dispatch + "/depart")
                .then()
                .statusCode(200);
        return dispatch;
    }

    /** The key of a new link for somebody of the shelter, and the name of whom it lets in. */
    Map<String, String> link(long days) {
        var made = house.program(Role.COORDINATOR)
                .body(Map.of("displayName", "Telephone of the night shift", "days", days))
                .post("/api/v1/recipients/" + shelter + "/partner-links")
                .then()
                .statusCode(201)
                .extract()
                .as(InJson.class, InJson.READ);
        return Map.of("key", made.getString("key"), "name", made.getString("person.name"));
    }
}
