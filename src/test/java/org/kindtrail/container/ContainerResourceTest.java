package org.kindtrail.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.stock.SomeGoods;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class ContainerResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    SomeGoods goods;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private ValidatableResponse post(String path, Object body) {
        return house.program(Role.VOLUNTEER).body(body).post("/api/v1" + path).then();
    }

    private ValidatableResponse get(String path) {
        return house.program(Role.VOLUNTEER).get("/api/v1" + path).then();
    }

    private String made(String kind, String in) {
        return InJson.found(post("/containers", Map.of("kind", kind, "in", in)).statusCode(201).extract(), "containers[0].code");
    }

    private void moved(String container, String to) {
        post("/containers/move", Map.of("containers", List.of(container), "to", to)).statusCode(200);
    }

    private long at(String place, String lot) {
        InJson balances = get("/balances?place=" + place).extract().as(InJson.class, InJson.READ);
        return balances.getList("rows.findAll { it.lot == '" + lot + "' && it.place == '" + place + "' }.onHand", Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Test
    void severalAreTakenIntoUseAtOnceEachWithACodeOfItsOwn() {
        InJson made = post("/containers", Map.of(
                        "kind", "box",
                        "count", 3,
                        "name", "Winter",
                        "in", house.shelfA,
                        "measures", Map.of("weight", 14500, "tare", 800, "length", 600, "width", 400, "height", 350, "marks", List.of("keep_dry", "fragile"))))
                .statusCode(201)
                .extract()
                .as(InJson.class, InJson.READ);
        assertThat(made.getList("containers.name")).isEqualTo(List.of("Winter 1", "Winter 2", "Winter 3"));
        assertThat(made.getList("containers.code").stream().distinct()).hasSize(3);
        String code = made.getString("containers[1].code");
        get("/containers/" + code)
                .statusCode(200)
                .body(tells("kind", equalTo("box")))
                .body(tells("stands.name", contains("School hall", "Shelf A")))
                .body(tells("measures.weight", equalTo(14500)))
                .body(tells("measures.marks", contains("fragile", "keep_dry")))
                .body(tells("atHand", equalTo(true)))
                .body(tells("sealed", equalTo(false)))
                .body(tells("lots", equalTo(0)));
        house.program(Role.VOLUNTEER)
                .body(Map.of("version", 0, "measures", Map.of("weight", 15000)))
                .put("/api/v1/containers/" + code)
                .then()
                .statusCode(200)
                .body(tells("name", nullValue()))
                .body(tells("measures.tare", nullValue()))
                .body(tells("version", equalTo(1)));
        house.program(Role.VOLUNTEER).body(Map.of("version", 0)).put("/api/v1/containers/" + code).then().statusCode(409);
        get("/containers/" + code + "/history").body(tells("rows.happened", contains("described", "made")));
    }

    @Test
    void packsMovesWholeAndUnpacksAndEachActIsOneDocument() {
        String jumpers = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        String bags = goods.receive(house, house.shelfA, "unsorted-bag", null, 2);
        String box = made("box", house.shelfB);
        String document = InJson.found(post("/containers/" + box + "/pack", Map.of("lines", List.of(
                        Map.of("lot", jumpers, "quantity", 5),
                        Map.of("lot", bags.toLowerCase().replace("-", ""), "from", house.shelfA))))
                .statusCode(201)
                .body(tells("lots", equalTo(2)))
                .body(tells("quantity", equalTo(7)))
                .extract(), "document");
        get("/movements?document=" + document).body(tells("rows", hasSize(2))).body(tells("rows.reason", contains("packed", "packed")));
        assertThat(at(box, jumpers)).isEqualTo(5);
        assertThat(at(house.shelfA, jumpers)).isEqualTo(7);

        String pallet = made("pallet", house.site);
        moved(box, pallet);
        moved(pallet, house.shelfA);
        get("/containers/" + box).body(tells("stands.code", contains(house.site, house.shelfA, pallet))).body(tells("lots", equalTo(2)));
        get("/containers/" + pallet).body(tells("containers", equalTo(1))).body(tells("lots", equalTo(0)));
        get("/balances?place=" + house.shelfA).body(tells("rows.place", not(hasItem(house.shelfB))));

        post("/containers/" + box + "/unpack", Map.of("lines", List.of(Map.of("lot", jumpers, "quantity", 2)), "to", house.shelfB)).statusCode(201).body(tells("quantity", equalTo(2)));
        assertThat(at(house.shelfB, jumpers)).isEqualTo(2);
        post("/containers/" + box + "/unpack", Map.of("all", true)).statusCode(201).body(tells("lots", equalTo(2)));
        assertThat(at(pallet, jumpers)).isEqualTo(3);
        get("/containers/" + box + "/history")
                .body(tells("rows.happened", contains("unpacked", "unpacked", "moved", "packed", "made")))
                .body(tells("rows[1].words", containsString("2 ")))
                .body(tells("rows[3].words", containsString("2 lots")))
                .body(tells("rows[3].document", equalTo(document)));
    }

    @Test
    void packsEverythingOfAShelfAndTakesItBack() {
        String jumpers = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        String coats = goods.receive(house, house.shelfA, "jumpers-man", "M", 4);
        goods.promise(house, coats, house.shelfA, goods.code(CodeKind.NEED), 1);
        String box = made("box", house.site);
        String document = InJson.found(post("/containers/" + box + "/pack", Map.of("everythingAt", house.shelfA)).statusCode(201).body(tells("lots", equalTo(2))).body(tells("quantity", equalTo(15))).extract(), "document");
        assertThat(at(house.shelfA, coats)).isEqualTo(1);
        house.program(Role.VOLUNTEER).body(Map.of("why", "wrong box")).post("/api/v1/movements/" + document + "/reverse").then().statusCode(403);
        house.program(Role.COORDINATOR).body(Map.of("why", "wrong box")).post("/api/v1/movements/" + document + "/reverse").then().statusCode(201);
        get("/containers/" + box).body(tells("lots", equalTo(0)));
        assertThat(at(house.shelfA, jumpers)).isEqualTo(12);
        get("/containers/" + box + "/history").body(tells("rows.happened", contains("back_out", "packed", "made"))).body(tells("rows.undoable", contains(false, false, false)));
        post("/containers/" + box + "/pack", Map.of("everythingAt", house.shelfB)).statusCode(422).body(tells("errors[0].detail", containsString("Nothing is free at School hall, Shelf B")));
    }

    @Test
    void aSealedContainerGivesAndTakesNothingUntilItIsOpenedForAReason() {
        String jumpers = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        String box = made("box", house.shelfA);
        post("/containers/" + box + "/pack", Map.of("lines", List.of(Map.of("lot", jumpers, "quantity", 5)))).statusCode(201);
        post("/containers/" + box + "/seal", Map.of("number", "HK 4512")).statusCode(200).body(tells("sealed", equalTo(true))).body(tells("seal", equalTo("HK 4512")));
        post("/containers/" + box + "/seal", Map.of()).statusCode(409).body(tells("detail", containsString("sealed already")));
        for (String act : List.of("pack", "unpack")) {
            post("/containers/" + box + "/" + act, Map.of("lines", List.of(Map.of("lot", jumpers)))).statusCode(409).body(tells("detail", containsString(box + " is sealed")));
        }
        post("/containers/move", Map.of("containers", List.of(made("box", house.site)), "to", box)).statusCode(409).body(tells("detail", containsString("is sealed")));
        moved(box, house.shelfB);
        post("/containers/" + box + "/unseal", Map.of("why", " ")).statusCode(422).body(tells("errors[0].pointer", equalTo("/why")));
        post("/containers/" + box + "/unseal", Map.of("why", "Customs looked")).statusCode(200).body(tells("seal", nullValue()));
        get("/containers/" + box + "/history").body(tells("rows.happened", contains("unsealed", "moved", "sealed", "packed", "made"))).body(tells("rows[0].why", equalTo("Customs looked")));
    }

    @Test
    void isTakenOutOfUseOnlyWhenNothingIsInIt() {
        String box = made("box", house.shelfA);
        String inner = made("box", box);
        post("/containers/" + box + "/close", "").statusCode(409).body(tells("detail", equalTo(box + " is not empty: no lot and one container are in it. Take them out first.")));
        post("/containers/" + inner + "/close", "").statusCode(200).body(tells("open", equalTo(false)));
        post("/containers/" + box + "/close", "").statusCode(200);
        get("/containers").body(tells("rows", empty()));
        get("/containers?state=closed").body(tells("rows", hasSize(2)));
        post("/containers/" + inner + "/reopen", "").statusCode(409).body(tells("detail", containsString("closed")));
        post("/containers/move", Map.of("containers", List.of(inner), "to", house.site)).statusCode(409).body(tells("detail", containsString("no longer in use")));
        post("/containers/move", Map.of("containers", List.of(made("box", house.site)), "to", box)).statusCode(409).body(tells("detail", containsString("no longer in use")));
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 1);
        post("/containers/" + box + "/pack", Map.of("lines", List.of(Map.of("lot", lot)))).statusCode(409).body(tells("detail", containsString("no longer in use")));
        post("/containers/" + box + "/reopen", "").statusCode(200).body(tells("open", equalTo(true)));
    }

    @Test
    void aShelfIsEmptiedInOneActAndThenClosed() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        goods.promise(house, lot, house.shelfA, goods.code(CodeKind.NEED), 2);
        String box = made("box", house.shelfA);
        post("/places/" + house.shelfA + "/empty", Map.of("to", house.shelfA)).statusCode(422);
        post("/places/" + house.shelfA + "/empty", Map.of("to", box)).statusCode(409).body(tells("detail", containsString("cannot stand in itself")));
        assertThat(at(house.shelfA, lot)).isEqualTo(12);
        house.program(Role.COORDINATOR).post("/api/v1/places/" + house.shelfA + "/close").then().statusCode(409).body(tells("detail", containsString("A container stands at School hall, Shelf A")));
        post("/places/" + house.shelfA + "/empty", Map.of("to", house.shelfB)).statusCode(200).body(tells("containers", equalTo(1))).body(tells("lots", equalTo(1))).body(tells("left", equalTo(1)));
        get("/containers/" + box).body(tells("stands.code", contains(house.site, house.shelfB)));
        post("/places/" + house.shelfA + "/empty", Map.of("to", house.shelfB)).statusCode(409).body(tells("detail", containsString("promised")));
        post("/places/" + box + "/empty", Map.of("to", house.shelfB)).statusCode(404);
    }

    @Test
    void findsWhatIsWhere() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        String pallet = made("pallet", house.shelfA);
        String box = made("box", pallet);
        String empty = made("box", house.shelfB);
        post("/containers/" + box + "/pack", Map.of("lines", List.of(Map.of("lot", lot)))).statusCode(201);
        post("/containers/" + empty + "/seal", Map.of()).statusCode(200);
        get("/containers").body(tells("rows.code", contains(pallet, box, empty))).body(tells("rows[1].lots", equalTo(1))).body(tells("rows[0].containers", equalTo(1)));
        get("/containers?kind=pallet").body(tells("rows.code", contains(pallet)));
        get("/containers?place=" + house.shelfA).body(tells("rows.code", contains(pallet, box)));
        get("/containers?place=" + house.site).body(tells("rows", hasSize(3)));
        get("/containers?in=" + pallet).body(tells("rows.code", contains(box)));
        get("/containers?item=jumpers-man").body(tells("rows.code", contains(box)));
        get("/containers?q=jumpers, man").body(tells("rows.code", contains(box)));
        get("/containers?q=" + box).body(tells("rows.code", contains(box)));
        get("/containers?state=empty").body(tells("rows.code", contains(empty)));
        get("/containers?state=filled").body(tells("rows.code", contains(pallet, box)));
        get("/containers?state=sealed").body(tells("rows.code", contains(empty)));
        get("/containers?state=away").body(tells("rows", empty()));
        get("/containers?limit=1").body(tells("rows.code", contains(pallet))).body(tells("next", equalTo(pallet)));
        get("/containers?after=" + box).body(tells("rows.code", contains(empty))).body(tells("next", nullValue()));
        for (String wrong : List.of("kind=shelf", "state=full", "after=x", "after=" + house.site)) {
            get("/containers?" + wrong).statusCode(400);
        }
        get("/containers?place=P-0000-0000").statusCode(404);
        get("/containers?item=nothing").statusCode(404);
    }

    @Test
    void refusesWhatCannotStandThere() {
        String outer = made("pallet", house.shelfA);
        String inner = made("box", outer);
        post("/containers/move", Map.of("containers", List.of(outer), "to", outer)).statusCode(409).body(tells("detail", containsString("cannot stand in itself")));
        post("/containers/move", Map.of("containers", List.of(outer), "to", inner)).statusCode(409).body(tells("detail", containsString("cannot stand in itself")));
        post("/containers/move", Map.of("containers", List.of(inner), "to", outer)).statusCode(409).body(tells("detail", containsString("stands at")));
        String deep = inner;
        for (int i = 0; i < 3; i++) {
            deep = made("box", deep);
        }
        post("/containers", Map.of("kind", "box", "in", deep)).statusCode(409).body(tells("detail", containsString("At most 5")));
        post("/containers/move", Map.of("containers", List.of("C-1", outer, house.shelfA), "to", house.shelfB)).statusCode(422).body(tells("errors.pointer", contains("/containers/0", "/containers/2")));
        post("/containers/move", Map.of("containers", List.of(), "to", house.shelfB)).statusCode(422);
        get("/containers/" + inner).body(tells("stands.code", contains(house.site, house.shelfA, outer)));
    }

    @Test
    void badInputIsNamedAndChangesNothing() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        String box = made("box", house.shelfA);
        for (Object quantity : List.of(0, -1, 13, 1_000_000_000_000L)) {
            post("/containers/" + box + "/pack", Map.of("lines", List.of(Map.of("lot", lot, "quantity", quantity)))).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/quantity")));
        }
        for (Object quantity : List.of("1.5", "٣", 1.5)) {
            post("/containers/" + box + "/pack", Map.of("lines", List.of(Map.of("lot", lot, "quantity", quantity)))).statusCode(400);
        }
        post("/containers/" + box + "/pack", Map.of("lines", List.of(Map.of("lot", "x".repeat(10_000))))).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/lot")));
        post("/containers/" + box + "/pack", Map.of()).statusCode(422);
        post("/containers/" + box + "/pack", Map.of("lines", List.of(Map.of("lot", lot), Map.of("lot", lot)))).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/1/lot")));
        post("/containers/" + box + "/unpack", Map.of("lines", List.of(Map.of("lot", lot)))).statusCode(422).body(tells("errors[0].detail", containsString("Nothing of " + lot)));
        post("/containers/" + box + "/unpack", Map.of("all", true, "to", box)).statusCode(422).body(tells("errors[0].pointer", equalTo("/to")));
        post("/containers", Map.of("kind", "shelf", "in", house.site)).statusCode(422).body(tells("errors[0].pointer", equalTo("/kind")));
        for (Object count : List.of(0, -1, 501, 1_000_000_000_000L)) {
            post("/containers", Map.of("kind", "box", "in", house.site, "count", count)).statusCode(422).body(tells("errors[0].pointer", equalTo("/count")));
        }
        post("/containers", Map.of("kind", "box", "in", house.site, "name", "x".repeat(10_000))).statusCode(422).body(tells("errors[0].pointer", equalTo("/name")));
        post("/containers", Map.of("kind", "box", "in", house.site, "measures", Map.of("weight", 5, "tare", 6, "length", 0))).statusCode(422).body(tells("errors[0].pointer", equalTo("/measures/length")));
        post("/containers", Map.of("kind", "box", "in", house.site, "measures", Map.of("weight", 5, "tare", 6))).statusCode(422).body(tells("errors[0].pointer", equalTo("/measures/tare")));
        get("/containers").body(tells("rows", hasSize(1)));
        assertThat(at(house.shelfA, lot)).isEqualTo(12);
        String coats = goods.receive(house, house.shelfB, "jumpers-man", "M", 2);
        house.program(Role.VOLUNTEER).body(Map.of("lot", coats, "from", house.shelfB, "to", house.shelfA, "quantity", 1)).post("/api/v1/movements").then().statusCode(201);
        post("/containers/" + box + "/pack", Map.of("lines", List.of(Map.of("lot", coats)))).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/from"))).body(tells("errors[0].detail", containsString("School hall, Shelf B")));
    }

    @Test
    void anotherOrganisationsThingsAreNotThere() {
        AnOrganisation.House other = organisations.open();
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        String theirs = goods.receive(other, other.shelfA, "jumpers-man", "L", 12);
        String box = made("box", house.shelfA);
        var stranger = other.program(Role.COORDINATOR);
        for (String path : List.of("", "/history")) {
            stranger.get("/api/v1/containers/" + box + path).then().statusCode(404);
        }
        for (Map.Entry<String, Object> act : Map.<String, Object>of(
                        "pack", Map.of("lines", List.of(Map.of("lot", theirs))),
                        "unpack", Map.of("all", true),
                        "seal", Map.of(),
                        "unseal", Map.of("why", "x"))
                .entrySet()) {
            other.program(Role.COORDINATOR).body(act.getValue()).post("/api/v1/containers/" + box + "/" + act.getKey()).then().statusCode(404);
        }
        other.program(Role.COORDINATOR).post("/api/v1/containers/" + box + "/close").then().statusCode(404);
        other.program(Role.COORDINATOR).body(Map.of("containers", List.of(box), "to", other.shelfA)).post("/api/v1/containers/move").then().statusCode(422);
        other.program(Role.COORDINATOR).body(Map.of("to", other.shelfA)).post("/api/v1/places/" + house.shelfA + "/empty").then().statusCode(404);
        post("/containers", Map.of("kind", "box", "in", other.shelfA)).statusCode(422).body(tells("errors[0].pointer", equalTo("/in")));
        post("/containers/move", Map.of("containers", List.of(box), "to", other.shelfA)).statusCode(422);
        post("/containers/" + box + "/pack", Map.of("everythingAt", other.shelfA)).statusCode(422);
        post("/containers/" + box + "/pack", Map.of("lines", List.of(Map.of("lot", theirs)))).statusCode(422);
        post("/containers/" + box + "/pack", Map.of("lines", List.of(Map.of("lot", lot, "from", other.shelfA)))).statusCode(422);
        get("/containers?in=" + other.shelfA).statusCode(404);
        get("/containers/" + box).body(tells("lots", equalTo(0)));
    }

    @Test
    void theSameRequestSentTwiceActsOnce() {
        String key = UUID.randomUUID().toString();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answers.add(house.program(Role.VOLUNTEER).header("Idempotency-Key", key).body(Map.of("kind", "box", "in", house.site, "count", 2)).post("/api/v1/containers").then().statusCode(201).extract().asString());
        }
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
        get("/containers").body(tells("rows", hasSize(2)));
    }
}
